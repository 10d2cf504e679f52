package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private final Matcher matcher = new Matcher();

    @Test
    void numbersAreOneKind() {
        assertThat(matches("[1, 1.5, 0]", "[1.0, 1.50, 0.0]")).isTrue();
        assertThat(matches("1", "2")).isFalse();
        assertThat(matches("1", "'1'")).isFalse();
        assertThat(matches("0", "false")).isFalse();
        assertThat(matches("0", "null")).isFalse();
    }

    @Test
    void mapsAreComparedByTheirMembers() {
        assertThat(matches("{'a': 1, 'b': null}", "{'b': null, 'a': 1}")).isTrue();
        assertThat(matches("{'a': 1, 'b': null}", "{'a': 1}")).isFalse();
        assertThat(matches("{'a': 1}", "{'a': 1, 'b': null}")).isFalse();
        assertThat(matches("{'a': null}", "{'b': null}")).isFalse();
        assertThat(matches("{}", "[]")).isFalse();
    }

    @Test
    void listsAreComparedElementByElement() {
        assertThat(matches("[{'id': 1}, {'id': 2}]", "[{'id': 1}, {'id': 2}]")).isTrue();
        assertThat(matches("[{'id': 1}, {'id': 2}]", "[{'id': 2}, {'id': 1}]")).isFalse();
        assertThat(matches("[1]", "[1, 1]")).isFalse();
    }

    @Test
    void anyOrderComparesListsOfRecordsAsMultisetsAtAnyDepth() {
        String expected = "[{'id': 1, 'r': [{'id': 3}, {'id': 4}]}, {'id': 2, 'r': []}]";
        assertThat(anyOrder(expected, "[{'id': 2, 'r': []}, {'id': 1, 'r': [{'id': 4}, {'id': 3}]}]"))
                .isTrue();
        assertThat(anyOrder("[{'id': 1}, {'id': 1}, {'id': 2}]", "[{'id': 1}, {'id': 2}, {'id': 2}]"))
                .isFalse();
        assertThat(anyOrder("[{'id': 1}]", "[{'id': 1}, {'id': 1}]")).isFalse();
    }

    @Test
    void anyOrderLeavesListsOfValuesInOrder() {
        assertThat(anyOrder("[{'tags': ['a', 'b']}]", "[{'tags': ['a', 'b']}]")).isTrue();
        assertThat(anyOrder("[{'tags': ['a', 'b']}]", "[{'tags': ['b', 'a']}]")).isFalse();
    }

    @Test
    void placeholdersAreBoundOnce() {
        assertThat(matches("{'id': '$uid1'}", "{'id': 'x'}")).isTrue();
        assertThat(matches("{'id': '$uid1'}", "{'id': 'y'}"))
                .as("another id later")
                .isFalse();
        assertThat(matches("{'id': '$uid2'}", "{'id': 'x'}"))
                .as("the id of another placeholder")
                .isFalse();
        assertThat(matches("{'id': '$uid2', 'of': '$uid1'}", "{'id': 'y', 'of': 'x'}"))
                .isTrue();
        assertThat(matches("'$uid3'", "3")).as("ids are texts").isFalse();
        assertThat(matches("'$uid3'", "null")).isFalse();
    }

    @Test
    void aFailedComparisonBindsNothing() {
        assertThat(matches("['$uid1', 1]", "['x', 2]")).isFalse();
        assertThat(matches("['$uid1', 1]", "['y', 1]")).isTrue();
    }

    @Test
    void placeholdersInKeysOfMapsAreTriedUntilTheRestFits() {
        assertThat(matches(
                        "{'t': {'$uid1': {'id': '$uid1', 'n': 1}, '$uid2': {'id': '$uid2', 'n': 2}}}",
                        "{'t': {'x': {'id': 'x', 'n': 2}, 'y': {'id': 'y', 'n': 1}}}"))
                .isTrue();
        assertThat(matches("'$uid1'", "'y'")).isTrue();
        assertThat(matches("'$uid2'", "'y'")).isFalse();
    }

    @Test
    void aChoiceThatFailsLaterIsTakenBack() {
        String expected = "[{'$uid1': {}, '$uid2': {}}, ['$uid1', '$uid2']]";
        assertThat(matches(expected, "[{'x': {}, 'y': {}}, ['y', 'x']]")).isTrue();
        assertThat(new Matcher().matches(json(expected), json("[{'x': {}, 'y': {}}, ['y', 'y']]"), false))
                .isFalse();
    }

    @Test
    void aChoiceAmongRecordsInAnyOrderIsTakenBack() {
        String expected = "{'a': [{'id': '$uid1'}, {'id': '$uid2'}], 'b': '$uid1', 'c': [{'id': '$uid2', 'n': 7}]}";
        String actual = "{'a': [{'id': 'x'}, {'id': 'y'}], 'b': 'y', 'c': [{'id': 'x', 'n': 7}]}";
        assertThat(anyOrder(expected, actual)).isTrue();
        assertThat(anyOrder(expected, actual.replace("'b': 'y'", "'b': 'z'"))).isFalse();
    }

    @Test
    void placeholdersInsideIndexIds() {
        String expected = "{'p': {'[\\\"$uid2\\\",\\\"$uid1\\\"]': {'a': '$uid1', 'b': '$uid2'}, '[1,2]': {}}}";
        assertThat(matches(expected, "{'p': {'[\\\"x\\\",\\\"y\\\"]': {'a': 'y', 'b': 'x'}, '[1,2]': {}}}"))
                .isTrue();
        assertThat(new Matcher()
                        .matches(
                                json(expected),
                                json("{'p': {'[\\\"x\\\",\\\"y\\\"]': {'a': 'x', 'b': 'y'}, '[1,2]': {}}}"),
                                false))
                .isFalse();
    }

    private boolean matches(String expected, String actual) {
        return matcher.matches(json(expected), json(actual), false);
    }

    private boolean anyOrder(String expected, String actual) {
        return matcher.matches(json(expected), json(actual), true);
    }

    private static Object json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    @Test
    void onlyWhatIsLeftOutMayBeNullInstead() {
        Matcher lenient = new Matcher(Set.of("a"));
        assertThat(lenient.matches(json("{'b': 1}"), json("{'a': null, 'b': 1}"), false))
                .isTrue();
        assertThat(lenient.matches(json("[{'b': '$uid1'}]"), json("[{'a': null, 'b': 'x'}]"), false))
                .isTrue();
        assertThat(lenient.matches(json("{'b': 1}"), json("{'a': 2, 'b': 1}"), false))
                .isFalse();
        assertThat(lenient.matches(json("{'a': 2}"), json("{'a': null}"), false))
                .isFalse();
        assertThat(lenient.matches(json("{'a': null}"), json("{}"), false)).isFalse();
        assertThat(lenient.matches(json("{'b': 1}"), json("{'b': 1, 'c': null}"), false))
                .isFalse();
    }
}
