package dev.ananas.orm.internal.change;

import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lists that one subscriber receives into changes, each against the list before.
 *
 * <p>It stands behind the place where the latest list waits for demand. So a subscriber that asks late is told one change from
 * the list it received last to the newest: nothing has to be merged, and nothing is lost.
 *
 * @param <M> model
 */
public final class ListChanges<M> implements Function<Versioned<List<M>>, ListChange<M>> {
    private final BiFunction<Object, Object, Set<String>> differences;
    private @Nullable List<M> received;

    /** For one subscriber; {@code differences} names the attributes and relations in which two states of a model differ. */
    public ListChanges(BiFunction<Object, Object, Set<String>> differences) {
        this.differences = differences;
    }

    @Override
    public ListChange<M> apply(Versioned<List<M>> next) {
        List<M> before = received;
        List<M> list = next.value();
        received = list;
        if (before == null) {
            return new ListChange.Initial<>(next.version(), list);
        }
        Differences found = new Differences();
        List<Differences.Kept> moved = found.between(ResultList.of(before), ResultList.of(list));
        return new ListChange.Change<>(
                next.version(),
                before,
                list,
                Runs.ranges(found.removed()),
                Runs.ranges(found.added()),
                Runs.moves(moved),
                Runs.updates(found.updated(), this::named));
    }

    private Set<String> named(Differences.Kept kept) {
        return differences.apply(
                Objects.requireNonNull(kept.before().value()),
                Objects.requireNonNull(kept.after().value()));
    }
}
