package dev.ananas.orm.conformance;

import static dev.ananas.orm.conformance.People.linked;
import static dev.ananas.orm.conformance.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.conformance.Answers.Pivots;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {
    @Test
    void onlyLoadedRelationsAreShown() {
        assertThat(shown(person(1, null, null), Pivots.OUTERMOST)).isEqualTo("{'id':1}");
        assertThat(shown(person(1, ToOne.empty(), ToMany.of()), Pivots.OUTERMOST))
                .isEqualTo("{'id':1,'boss':null,'friends':[]}");
        assertThat(shown(Optional.empty(), Pivots.OUTERMOST)).isEqualTo("null");
        assertThat(shown(List.of(person(1, ToOne.of(person(2, null, null)), null)), Pivots.NONE))
                .isEqualTo("[{'id':1,'boss':{'id':2}}]");
    }

    @Test
    void pivotsAreShownBelowTheOutermostManyToManyOnly() {
        Row third = linked(3, "pivot", 30, null);
        Row second = linked(2, "pivot", 20, ToMany.of(third));
        Row boss = person(1, null, ToMany.of(second));
        Row row = person(0, ToOne.of(boss), null);
        assertThat(shown(row, Pivots.OUTERMOST))
                .isEqualTo("{'id':0,'boss':{'id':1,'friends':[{'id':2,'friends':[{'id':3}],'pivot':{'id':20}}]}}");
        assertThat(shown(row, Pivots.NONE))
                .isEqualTo("{'id':0,'boss':{'id':1,'friends':[{'id':2,'friends':[{'id':3}]}]}}");
        assertThat(shown(row, Pivots.EVERY)).contains("'pivot':{'id':20}", "'pivot':{'id':30}");
    }

    @Test
    void aPivotOfAnotherAccessorIsNoPivot() {
        Row row = person(1, null, ToMany.of(linked(2, "fan", 20, null)));
        assertThat(shown(row, Pivots.OUTERMOST)).isEqualTo("{'id':1,'friends':[{'id':2,'pivot':null}]}");
    }

    private static String shown(@Nullable Object answer, Pivots pivots) {
        return Json.print(Answers.of(answer, pivots)).replace('"', '\'');
    }
}
