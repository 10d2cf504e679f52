package dev.ananas.orm.conformance;

import dev.ananas.orm.conformance.Answers.Pivots;
import dev.ananas.orm.query.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * A live query with unbounded demand: its latest value, and whether its emissions make sense. Each has to differ from
 * the one before it, and one write makes at most one.
 */
final class Watch {
    private final String name;
    private final List<Object> arrived = new ArrayList<>();
    private final Disposable subscription;
    private @Nullable Throwable error;
    private @Nullable Object latest;
    private @Nullable Object lastRead;
    private int emissions;

    Watch(String name, Answer<?> answer) {
        this.name = name;
        this.subscription = answer.flux().subscribe(this::arrive, this::end);
        if (arrived.size() != 1) {
            throw new Fault("watch \"" + name + "\" on subscription", "one value", arrived.size() + " values");
        }
        latest = arrived.remove(0);
        lastRead = shown();
    }

    private synchronized void arrive(Object value) {
        arrived.add(value);
    }

    private synchronized void end(Throwable cause) {
        error = cause;
    }

    /** Judges what arrived during one step. */
    synchronized void settle() {
        if (error != null) {
            throw new Fault("watch \"" + name + "\" ended", "values", String.valueOf(error));
        }
        if (arrived.size() > 1) {
            throw new Fault("watch \"" + name + "\"", "at most one value per write", arrived.size() + " values");
        }
        for (Object value : arrived) {
            if (Matcher.same(Answers.of(latest, Pivots.EVERY), Answers.of(value, Pivots.EVERY))) {
                throw new Fault(
                        "watch \"" + name + "\" emitted what it had emitted before",
                        "no emission",
                        Json.print(Answers.of(value, Pivots.EVERY)));
            }
            latest = value;
            emissions++;
        }
        arrived.clear();
    }

    /** The present value as answers show it. */
    @Nullable
    Object shown() {
        return Answers.of(latest, Pivots.OUTERMOST);
    }

    /**
     * Checks whether the present value differs from the one at the last call, and that emissions say the same. Without
     * a change there was none, unless the value went elsewhere and came back, or differs where answers do not show it;
     * {@link #settle} refused all others.
     */
    void checkChanged(@Nullable Object expected) {
        boolean changed = !Matcher.same(lastRead, shown());
        if (expected instanceof Boolean && !expected.equals(changed)) {
            throw new Fault("\"changed\" of watch \"" + name + "\"", "" + expected, "" + changed);
        }
        if (changed && emissions == 0) {
            throw new Fault("watch \"" + name + "\" changed", "an emission", "none");
        }
        lastRead = shown();
        emissions = 0;
    }

    void dispose() {
        subscription.dispose();
    }
}
