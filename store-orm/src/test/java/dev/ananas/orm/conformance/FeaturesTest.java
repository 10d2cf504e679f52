package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
    private static final String FIELDS = "'id': {'type': 'attr'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['has', 'posts'], ['get'] | call has",
                "['where', 'a', 1], ['orWhereHas', 'posts', [['get']]] | call orWhereHas",
                "['with', 'posts', [['with', 'tags', [['has', 'x']]]]] | call has",
                "['get'], ['pluck', 'a'] | helper pluck",
                "['get'], ['groupBy', 'a'] | helper groupBy",
                "['groupBy', 'a'], ['get'] | call groupBy",
                "['orderBy', 'posts.a'] | orderBy a relation",
                "['orderBy', {'fn': 'length', 'field': 'a'}, 'desc'] | orderBy a function",
                "['orderBy', 'a', 'asc', 'SORT_FLAG_CASE'] | orderBy with a flag",
            })
    void callsThatAreMissing(String calls, String feature) {
        assertThat(missing(FIELDS, "{'do': 'query', 'entity': 'a', 'chain': [" + calls + "]}"))
                .containsExactly(feature);
    }

    @Test
    void callsThatExist() {
        String calls =
                "['where', {'any': [['a', '>', 1]]}], ['orWhereNotIn', 'a', [[1]]], ['whereLike', 'a', '%', true],"
                        + " ['whereId', [1, 2]], ['orderBy', 'a', 'desc'], ['limit', 1], ['offset', 1],"
                        + " ['with', 'b', [['whereNotNull', 'a'], ['with', 'c']]], ['find', [1]]";
        assertThat(missing(FIELDS, "{'do': 'watch', 'entity': 'a', 'chain': [" + calls + "]}"))
                .isEmpty();
    }

    @Test
    void stepsAndModelsThatAreMissing() {
        assertThat(missing(FIELDS, "{'do': 'make'}, {'do': 'log'}")).containsExactly("step log", "step make");
        assertThat(missing(FIELDS + ", 'r': {'type': 'morphTo', 'morphId': 'a'}", ""))
                .containsExactly("field type morphTo");
        assertThat(missing(FIELDS + ", 'r': {'type': 'hasMany', 'onDelete': 'cascade'}", ""))
                .containsExactly("field member onDelete");
        assertThat(missing(FIELDS + "}, 'hidden': ['id'], 'x': {", "")).containsExactly("model member hidden");
    }

    @Test
    void unknownNamesAreErrors() {
        assertThatThrownBy(() -> missing(FIELDS, "{'do': 'sav'}")).hasMessageContaining("Unknown step \"sav\"");
        assertThatThrownBy(() -> missing("'id': {'type': 'int'}", "")).hasMessageContaining("Unknown field type");
        assertThatThrownBy(() -> missing(FIELDS, "{'do': 'query', 'chain': [['wher', 'a']]}"))
                .hasMessageContaining("Unknown call \"wher\"");
    }

    private static Set<String> missing(String fields, String steps) {
        String file = "{'id': 't/t', 'models': {'a': {'fields': {" + fields + "}}}, 'steps': [" + steps + "]}";
        return Features.missing(Scenario.of(
                Json.parse(file.replace("'x': {}", "'primaryKey': 'id'").replace('\'', '"'))));
    }
}
