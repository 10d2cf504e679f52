package dev.ananas.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version that the history can go to.
 *
 * @param version the version at which the state came into being
 * @param label the label of the step that made it
 * @param parent the version it was made from; null if that is not kept
 * @param isCurrent whether the store has this state now
 */
public record KeptVersion(
        long version, String label, @Nullable Long parent, boolean isCurrent) {

    public KeptVersion {
        Objects.requireNonNull(label, "label");
    }
}
