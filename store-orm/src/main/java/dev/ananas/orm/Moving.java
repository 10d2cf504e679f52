package dev.ananas.orm;

import dev.ananas.orm.internal.live.MovableAnswer;
import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.query.Movable;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** A live answer whose question may change, over the live graph. */
record Moving<T>(MovableAnswer<T> answer, Function<Question<?>, List<Located>> located) implements Movable<T> {
    @Override
    public Flux<Versioned<T>> versions() {
        return answer.versions();
    }

    @Override
    public void ask(Question<T> question) {
        answer.move(located.apply(question));
    }

    @Override
    public boolean isClosed() {
        return answer.isClosed();
    }

    @Override
    public void close() {
        answer.close();
    }
}
