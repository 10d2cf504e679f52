package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A replayer that never fails is worth nothing: what is right passes here, what is wrong fails where it is wrong. */
class ReplayTest {
    private static final String MODELS =
            "'users': {'fields': {'id': {'type': 'attr'}, 'name': {'type': 'string', 'default': ''},"
                    + " 'posts': {'type': 'hasMany', 'related': 'posts', 'foreignKey': 'userId'}}},"
                    + " 'posts': {'fields': {'id': {'type': 'uid'}, 'userId': {'type': 'attr'},"
                    + " 'author': {'type': 'belongsTo', 'related': 'users', 'foreignKey': 'userId'}}}";

    private static final String INSERT =
            "{'do': 'insert', 'entity': 'users', 'data': [{'id': 1, 'name': 'a'}, {'id': 2}],"
                    + " 'returns': [{'id': 1, 'name': 'a'}, {'id': 2, 'name': ''}]}, ";

    private static final String WATCH =
            "{'do': 'watch', 'name': 'w', 'entity': 'users', 'chain': [['where', 'name', 'a'],"
                    + " ['get']], 'returns': [{'id': 1, 'name': 'a'}]}, ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 1]], 'returns': {'id': 1.0, 'name': 'a'}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 7]], 'returns': null}",
                "{'do': 'query', 'entity': 'users', 'chain': [['whereId', [2, 7]], ['get']], 'returns': [{'id': 2,"
                        + " 'name': ''}]}",
                "{'do': 'query', 'entity': 'users', 'chain': [['orderBy', 'id', 'desc'], ['with', 'posts'], ['first']],"
                        + " 'returns': {'id': 2, 'name': '', 'posts': []}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['get']], 'order': 'any',"
                        + " 'returns': [{'id': 2, 'name': ''}, {'id': 1, 'name': 'a'}]}",
                "{'do': 'state', 'returns': {'users': {'1': {'id': 1, 'name': 'a'}, '2': {'id': 2, 'name': ''}}}}",
                "{'do': 'insert', 'entity': 'users', 'data': {'name': 'no key'}, 'throws': true}",
                "{'do': 'query', 'entity': 'users', 'chain': [['with', 'nothing'], ['get']], 'throws': true}",
                "{'do': 'destroy', 'entity': 'users', 'ids': [2, 7], 'returns': [{'id': 2, 'name': ''}]}",
                "{'do': 'flush', 'entity': 'users', 'returns': []}",
                "{'do': 'query', 'entity': 'users', 'chain': [['get'], ['sortBy', 'name'], ['pluck', 'id']],"
                        + " 'returns': [2, 1]}",
                "{'do': 'query', 'entity': 'users', 'chain': [['find', [2, 7]], ['pluck', 'id']], 'returns': [2]}",
            })
    void whatIsRightPasses(String step) {
        assertThat(replay(INSERT + step)).isInstanceOf(Outcome.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 1]], 'returns': {'id': 1, 'name': 'b'}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 1]], 'returns': {'id': 1}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 1]], 'returns': [{'id': 1, 'name': 'a'}]}",
                "{'do': 'query', 'entity': 'users', 'chain': [['find', 7]], 'returns': []}",
                "{'do': 'query', 'entity': 'users', 'chain': [['first']], 'returns': {'id': 1, 'name': 'a', 'posts':"
                        + " []}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['with', 'posts'], ['first']], 'returns': {'id': 1,"
                        + " 'name': 'a'}}",
                "{'do': 'query', 'entity': 'users', 'chain': [['get']],"
                        + " 'returns': [{'id': 2, 'name': ''}, {'id': 1, 'name': 'a'}]}",
                "{'do': 'state', 'returns': {'users': {'1': {'id': 1, 'name': 'a'}}}}",
                "{'do': 'state', 'returns': {'users': {'1': {'id': 1, 'name': 'a'}, '2': {'id': 2, 'name': ''}},"
                        + " 'posts': {}}}",
                "{'do': 'insert', 'entity': 'users', 'data': {'id': 3}, 'throws': true}",
                "{'do': 'query', 'entity': 'users', 'chain': [['with', 'nothing'], ['get']], 'returns': []}",
                "{'do': 'destroy', 'entity': 'users', 'ids': 7, 'returns': []}",
                "{'do': 'flush', 'entity': 'users', 'returns': [{'id': 1, 'name': 'a'}]}",
                "{'do': 'watched', 'name': 'none', 'returns': []}",
            })
    void whatIsWrongFails(String step) {
        assertThat(replay(INSERT + step))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.step()).isEqualTo(2));
    }

    @Test
    void liveQueriesAreComparedWithTheValueAtTheLastReading() {
        String still = "{'do': 'watched', 'name': 'w', 'changed': %s, 'returns': [{'id': 1, 'name': 'a'}]}, ";
        String insert =
                "{'do': 'insert', 'entity': 'users', 'data': {'id': 3, 'name': '%s'}, 'returnsUnpinned': true}, ";
        String more = "{'do': 'watched', 'name': 'w', 'changed': %s,"
                + " 'returns': [{'id': 1, 'name': 'a'}, {'id': 3, 'name': 'a'}]}, ";
        String start = INSERT + WATCH + still.formatted(false) + insert.formatted("b") + still.formatted(false);
        assertThat(replay(start + insert.formatted("a") + more.formatted(true) + more.formatted(false)))
                .isInstanceOf(Outcome.Passed.class);
        assertFails(7, start + insert.formatted("a") + more.formatted(false));
        assertFails(7, start + insert.formatted("a") + still.formatted(true));
        assertFails(6, start + still.formatted(true));
        assertThat(replay(start + insert.formatted("a") + insert.formatted("b") + still.formatted(false)))
                .as("there and back")
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void generatedIdsAreTheSameEverywhere() {
        String save = "{'do': 'save', 'entity': 'posts', 'data': [{'userId': 1}, {'userId': 2}],"
                + " 'returns': [{'id': '$uid1', 'userId': 1}, {'id': '$uid2', 'userId': 2}]}, ";
        String state = "{'do': 'state', 'returns': {'posts': {'$uid1': {'id': '$uid1', 'userId': %d},"
                + " '$uid2': {'id': '$uid2', 'userId': %d}}}}";
        assertThat(replay(save + state.formatted(1, 2))).isInstanceOf(Outcome.Passed.class);
        assertFails(2, save + state.formatted(2, 1));
    }

    @Test
    void whatNamesAMissingFeatureIsSkippedEvenIfItWouldFail() {
        assertThat(replay(INSERT.replace("'a'", "'b'") + "{'do': 'model', 'ops': [['isDirty']]}"))
                .isInstanceOf(Outcome.Skipped.class);
    }

    @Test
    void hooksRunAndNoteWhatTheyApplyTo() {
        String models = "'users': {'fields': {'id': {'type': 'attr'}, 'name': {'type': 'string'}}, 'hooks': ["
                + "{'on': 'creating', 'when': {'name': 'x'}, 'cancel': true}, {'on': 'creating', 'log': true},"
                + " {'on': 'saving', 'when': {'id': 1.0}, 'set': {'name': 'set'}}, {'on': 'deleted', 'log': true}]}";
        String save = "{'do': 'save', 'entity': 'users', 'data': [{'id': 1, 'name': 'x'}, {'id': 2, 'name': 'x'}],"
                + " 'returns': [{'id': 1, 'name': 'set'}]}, ";
        String destroy = "{'do': 'destroy', 'entity': 'users', 'ids': 1, 'returns': {'id': 1, 'name': 'set'}}, ";
        String log = "{'do': 'log', 'returns': [{'hook': 'creating', 'entity': 'users', 'key': 1},"
                + " {'hook': 'creating', 'entity': 'users', 'key': 2},"
                + " {'hook': 'deleted', 'entity': 'users', 'key': 1}]}, ";
        assertThat(replay(models, save + destroy + log + "{'do': 'log', 'returns': []}"))
                .isInstanceOf(Outcome.Passed.class);
        assertFails(3, replay(models, save + destroy + "{'do': 'log', 'returns': []}"));
    }

    @Test
    void theClockStandsStillUntilItIsMoved() {
        String models = "'users': {'fields': {'id': {'type': 'attr'}}, 'meta': true}";
        String save = "{'do': 'save', 'entity': 'users', 'data': {'id': 1}}, ";
        String steps = save + "{'do': 'clock', 'at': 1700000060000}, " + save
                + "{'do': 'state', 'returns': {'users': {'1': {'id': 1, '_meta':"
                + " {'createdAt': 1700000000, 'updatedAt': %d}}}}}";
        assertThat(replay(models, steps.formatted(1700000060))).isInstanceOf(Outcome.Passed.class);
        assertFails(4, replay(models, steps.formatted(1700000000)));
    }

    @Test
    void valuesPassThroughCastsAndMutators() {
        String models = "'users': {'fields': {'id': {'type': 'attr'}, 'at': {'type': 'attr'}, 'name': {'type':"
                + " 'string'}, 'n': {'type': 'number'}}, 'casts': {'at': 'date'}, 'hidden': ['n'],"
                + " 'mutators': {'name': {'get': 'exclaim', 'set': 'trim'}, 'n': 'double'}}";
        String save = "{'do': 'save', 'entity': 'users', 'data': {'id': 1, 'at': 0, 'name': ' a ', 'n': 1.5},"
                + " 'returns': {'id': 1, 'at': '1970-01-01T00:00:00.000Z', 'name': 'a!'}}, ";
        String query = "{'do': 'query', 'entity': 'users', 'chain': [['makeVisible', 'n'], ['get'], ['pluck', '%s']],"
                + " 'returns': [%s]}";
        assertThat(replay(models, save + query.formatted("n", "3"))).isInstanceOf(Outcome.Passed.class);
        assertThat(replay(models, save + query.formatted("at", "'1970-01-01T00:00:00.000Z'")))
                .isInstanceOf(Outcome.Passed.class);
        assertFails(2, replay(models, save + query.formatted("n", "1.5")));
    }

    @Test
    void whatIsNoScenarioFails() {
        assertFails(0, "{'do': 'dance'}");
    }

    private static void assertFails(int step, String steps) {
        assertFails(step, replay(steps));
    }

    private static void assertFails(int step, Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.step()).as("%s", failed).isEqualTo(step));
    }

    private static Outcome replay(String steps) {
        return replay(MODELS, steps);
    }

    private static Outcome replay(String models, String steps) {
        String list = steps.strip().replaceFirst(",$", "");
        String file = "{'id': 'test/test', 'models': {" + models + "}, 'steps': [" + list + "]}";
        return Replay.of(Scenario.of(Json.parse(file.replace('\'', '"'))));
    }
}
