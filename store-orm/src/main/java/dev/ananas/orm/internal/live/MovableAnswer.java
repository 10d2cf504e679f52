package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Located;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveSlot;
import dev.ananas.store.spi.LiveSource;
import dev.ananas.store.spi.StoreKernel;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * An answer whose parts may be exchanged while subscribers follow it.
 *
 * <p>Whoever exchanges them does not wait for a writer; the exchange happens as soon as the writer's lock is free. Of several that
 * wait, the last one alone is carried out.
 *
 * @param <T> what the answer is
 */
public final class MovableAnswer<T> {
    private final StoreKernel kernel;
    private final LiveAnswer<T> answer;
    private volatile List<Located> wanted;
    private volatile boolean closed;

    MovableAnswer(StoreKernel kernel, LiveAnswer<T> answer, List<Located> parts) {
        this.kernel = kernel;
        this.answer = answer;
        this.wanted = parts;
    }

    /** The answer now, and whenever it changed or the parts were exchanged for others that make another one. */
    public Flux<Versioned<T>> versions() {
        return kernel.flux(new UntilClosed());
    }

    /** Answers from other parts from now on. */
    public void move(List<Located> parts) {
        wanted = List.copyOf(parts);
        kernel.publish(publication -> answer.move(wanted, publication));
    }

    /** Ends all subscribers; there may be no further ones. */
    public void close() {
        closed = true;
        kernel.publish(publication -> answer.complete());
    }

    public boolean isClosed() {
        return closed;
    }

    /** Opens subscribers until the answer is closed. */
    private final class UntilClosed implements LiveSource<Versioned<T>> {
        @Override
        public Versioned<T> open(LiveSlot<Versioned<T>> slot) {
            if (closed) {
                throw new IllegalStateException("This live answer was closed; ask for another one");
            }
            return answer.open(slot);
        }

        @Override
        public void close(LiveSlot<Versioned<T>> slot) {
            answer.close(slot);
        }
    }
}
