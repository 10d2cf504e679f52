package dev.ananas.orm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
                "['with', 'posts', [['with', 'tags', [['wher', 'x']]]]] | call \"wher\"",
                "['orWhereHas', 'posts', [['wherePivot', 'x']], '>', 1] | call \"wherePivot\"",
                "['withAll', [['order']]] | call \"order\"",
                "['get'], ['last'] | helper \"last\"",
            })
    void unknownCallsAreErrorsHoweverDeepTheyAre(String calls, String call) {
        for (String step : List.of("'query', 'chain'", "'load', 'chain': [['withAll']], 'of'")) {
            assertThatThrownBy(() -> missing(FIELDS, "{'do': " + step + ": [" + calls + "]}"))
                    .hasMessageContaining("Unknown " + call);
        }
    }

    @Test
    void callsThatExist() {
        String calls =
                "['where', {'any': [['a', '>', 1]]}], ['orWhereNotIn', 'a', [[1]]], ['whereLike', 'a', '%', true],"
                        + " ['whereId', [1, 2]], ['orderBy', 'a', 'desc'], ['limit', 1], ['offset', 1],"
                        + " ['with', 'b', [['whereNotNull', 'a'], ['with', 'c']]], ['has', 'b', '>', 1],"
                        + " ['orWhereHas', 'b', [['doesntHave', 'c']], 2], ['orderBy', 'b.a'], ['withAllRecursive', 2],"
                        + " ['orderBy', {'fn': 'length', 'field': 'a'}, 'desc', 'SORT_FLAG_CASE'], ['groupBy', 'a', 'b'],"
                        + " ['makeVisible', ['a']], ['makeHidden', ['b']], ['withMeta'], ['get'], ['sum', 'a']";
        assertThat(missing(FIELDS, "{'do': 'watch', 'entity': 'a', 'chain': [" + calls + "]}"))
                .isEmpty();
    }

    @Test
    void whatIsMissing() {
        String operations = "{'do': 'model', 'ops': [['key'], ['set', 'a', 1], ['isDirty']]}";
        assertThat(missing(FIELDS, "{'do': 'make'}, {'do': 'log'}, " + operations))
                .containsExactly("model operation isDirty", "model operation set");
        assertThat(missing(FIELDS + "}, 'hidden': ['id'], 'baseEntity': 'b', 'x': {", ""))
                .isEmpty();
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
