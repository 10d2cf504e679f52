package dev.ananas.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * A group of subscriptions, listeners and runs that end together, such as those of a window.
 *
 * <p>A scope holds what it was given until that has ended or the scope is closed; nothing is held weakly. A closed
 * scope refuses more, and ends at once what it refuses. Any thread may call any method.
 *
 * <pre>{@code
 * Scope window = Scope.named("window");
 * window.add(store.select(DOUBLED).subscribe(label::setText));
 * window.add(store.onAction(call -> log(call.name())));
 * window.close();
 * }</pre>
 */
public final class Scope implements Disposable, AutoCloseable {

    private static final int LEAST_TO_LOOK_THROUGH = 32;

    private final String name;
    private final Deque<Disposable> members = new ArrayDeque<>();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private int lookThroughAt = LEAST_TO_LOOK_THROUGH;
    private boolean closed;

    private Scope(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * An open scope.
     *
     * @param name shown in errors
     */
    public static Scope named(String name) {
        return new Scope(name);
    }

    /**
     * Adds what shall end with this scope. Members that ended by themselves are dropped from time to time, so adding
     * is O(1) in the long run and a scope that lives long does not grow.
     *
     * @return what was given
     * @throws StoreException if the scope is closed; what was given is disposed of
     */
    public <D extends Disposable> D add(D member) {
        Objects.requireNonNull(member, "member");
        if (!added(member)) {
            member.dispose();
            throw new StoreException("The scope \"" + name + "\" is closed; what was added to it has been ended");
        }
        return member;
    }

    /**
     * A scope that closes with this one, and may close earlier.
     *
     * @throws StoreException if this scope is closed
     */
    public Scope child(String childName) {
        return add(new Scope(childName));
    }

    /** The same stream, completed when this scope closes; at once if it is closed. */
    public <T> Flux<T> until(Flux<T> stream) {
        return Objects.requireNonNull(stream, "stream").takeUntilOther(end.asMono());
    }

    /**
     * Ends all members, the latest first. If some fail to end, the others are ended all the same, and the first failure
     * is thrown with the others as suppressed ones. Has no effect when called again.
     */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (Disposable member : membersAtEnd()) {
            try {
                member.dispose();
            } catch (RuntimeException e) {
                failure = merged(failure, e);
            }
        }
        end.tryEmitEmpty();
        if (failure != null) {
            throw failure;
        }
    }

    /** The same as {@link #close()}. */
    @Override
    public void dispose() {
        close();
    }

    @Override
    public synchronized boolean isDisposed() {
        return closed;
    }

    /** How many members have not ended. */
    public synchronized int size() {
        members.removeIf(Disposable::isDisposed);
        return members.size();
    }

    /** How many members are held, also those that have ended and are not dropped yet. */
    synchronized int held() {
        return members.size();
    }

    private synchronized boolean added(Disposable member) {
        if (closed) {
            return false;
        }
        if (members.size() >= lookThroughAt) {
            lookThroughAt = Math.max(LEAST_TO_LOOK_THROUGH, 2 * size());
        }
        members.push(member);
        return true;
    }

    private synchronized List<Disposable> membersAtEnd() {
        closed = true;
        List<Disposable> all = new ArrayList<>(members);
        members.clear();
        return all;
    }

    private static RuntimeException merged(@Nullable RuntimeException first, RuntimeException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }

    @Override
    public String toString() {
        return "Scope[" + name + ", " + size() + (isDisposed() ? " members, closed]" : " members]");
    }
}
