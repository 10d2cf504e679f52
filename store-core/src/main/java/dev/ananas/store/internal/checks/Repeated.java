package dev.ananas.store.internal.checks;

import dev.ananas.store.ChangeSet;
import dev.ananas.store.Next;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a reducer gives for the same state and action a second time. */
final class Repeated {
    private static final String OTHERWISE =
            "it is not pure, or what it returns has no equals; put random values and times into the action";

    private Repeated() {}

    /** How it differs from what it gave first, with advice; null if it does not. */
    static <S> @Nullable String difference(
            StoreDefinition<S> slice, Next<StateTree, ?> first, Supplier<Next<StateTree, ?>> again) {
        Next<StateTree, ?> second;
        try {
            second = again.get();
        } catch (RuntimeException e) {
            return "the second time it failed with " + e + "; it is not pure";
        }
        S one = first.state().get(slice);
        S other = second.state().get(slice);
        if (slice.isTracked()) {
            return slice.tracker().alike(one, other) ? null : rows(slice, one, other);
        }
        boolean same = Objects.equals(one, other)
                && Objects.equals(first.answer(), second.answer())
                && first.effects().equals(second.effects());
        return same ? null : OTHERWISE;
    }

    private static <S> String rows(StoreDefinition<S> slice, S one, S other) {
        ChangeSet.Builder changes = ChangeSet.builder();
        slice.tracker().changes(one, other, changes);
        ChangeSet differing = changes.build();
        String where = "what is read of a row that is stored alike";
        if (!differing.isEmpty()) {
            String table = differing.tables().iterator().next();
            where = differing.size() + " row" + (differing.size() == 1 ? "" : "s") + ", first in "
                    + differing.of(table).get(0).key() + " of \"" + table + "\"";
        }
        return "they differ in " + where
                + "; a hook, mutator, cast, default or id generator is not pure: it has to give"
                + " the same for the same, so take random ids from what a generator is given and times from timestamps,"
                + " or set them before the write";
    }
}
