package dev.ananas.test;

import dev.ananas.store.Action;
import dev.ananas.store.Command;
import dev.ananas.store.Effect;
import dev.ananas.store.Next;
import dev.ananas.store.StoreDefinition;

/** A slice to test with. */
record Score(int points) {
    static final StoreDefinition<Score> SLICE = StoreDefinition.named("score", () -> new Score(0))
            .on(Add.class, (state, add) -> add.by() == 0 ? state : new Score(state.points() + add.by()))
            .update(Celebrate.class, (state, action) -> Next.to(state, new Ring(1)))
            .on(Break.class, (state, action) -> {
                throw new IllegalStateException("broken on purpose");
            })
            .<Integer, Twice>answer(
                    Twice.class, (state, command) -> Next.of(new Score(state.points() * 2), state.points() * 2))
            .build();

    record Celebrate() implements Action {}

    record Ring(int times) implements Effect {}

    record Add(int by) implements Action {}

    record Break() implements Action {}

    record Twice() implements Command<Integer> {}
}
