package dev.ananas.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Reducers alone. */
class ReducerSpecTest {
    private final ReducerSpec<Score> score = ReducerSpec.of(Score.SLICE);

    @Test
    void aStateIsReducedByActions() {
        score.given(new Score(3)).when(new Score.Add(2), new Score.Add(1)).then(new Score(6));
        score.givenInitialState().when(new Score.Add(0)).thenUnchanged();
        score.given(new Score(3)).when(new Score.Twice()).then(new Score(6)).thenAnswers(6);
        score.given(new Score(3)).when(new Score.Break()).thenFails("broken on purpose");
        score.given(new Score(3)).when(new Score.Celebrate()).thenUnchanged().thenEffects(new Score.Ring(1));
        score.given(new Score(3)).when(new Score.Add(1)).thenEffects();
        assertThat(score.given(new Score(1)).when(new Score.Add(1)).state()).isEqualTo(new Score(2));
    }

    @Test
    void anotherStateThanExpectedIsToldWithBoth() {
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Add(2)).then(new Score(4)))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "The state after [Add[by=2]] differs (- expected, + found):\n- Score[points=4]\n+ Score[points=5]\n");
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Add(2)).thenUnchanged())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found another one: Score[points=5]");
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Twice()).thenAnswers(7))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("- 7\n+ 6");
        assertThatThrownBy(() ->
                        score.given(new Score(3)).when(new Score.Celebrate()).thenEffects())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("+ Ring[times=1]");
    }

    @Test
    void aFailureThatIsNotExpectedAndOneThatDoesNotComeAreTold() {
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Break()).then(new Score(3)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken on purpose");
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Add(1)).thenFails("x"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("found the state Score[points=4]");
        assertThatThrownBy(
                        () -> score.given(new Score(3)).when(new Score.Break()).thenFails("other"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aReducerThatReturnsAnEqualStateIsNotUnchanged() {
        var definition = dev.ananas.store.StoreDefinition.named("copy", () -> new Score(0))
                .on(Score.Add.class, (state, add) -> new Score(state.points()))
                .build();
        assertThatThrownBy(() -> ReducerSpec.of(definition)
                        .givenInitialState()
                        .when(new Score.Add(1))
                        .thenUnchanged())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an equal one of another identity");
        assertThatCode(() ->
                        ReducerSpec.of(definition).givenInitialState().when().thenUnchanged())
                .doesNotThrowAnyException();
    }
}
