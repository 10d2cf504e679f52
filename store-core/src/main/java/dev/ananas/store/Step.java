package dev.ananas.store;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the history records a transition. Immutable; give it to {@link History#record}, or let an action say it by {@link
 * Recorded}.
 *
 * @param label what menus show
 * @param scope what the step belongs to, such as a document; {@link #UNSCOPED} if nothing was said
 * @param group steps in a row with equal groups become one; null if the step stands alone
 * @param window how long after the last write of a group another one still joins it; null if until it is closed
 * @param undoable whether it can be undone; what cannot stays when steps before it are taken back
 */
public record Step(
        String label,
        String scope,
        @Nullable Object group,
        @Nullable Duration window,
        boolean undoable) {

    /** The scope of steps that name none. */
    public static final String UNSCOPED = "";

    public Step {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(scope, "scope");
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("The window of a group must not be negative: " + window);
        }
    }

    /** A step that can be undone, in no scope and no group. */
    public static Step named(String label) {
        return new Step(label, UNSCOPED, null, null, true);
    }

    /** The same step in a scope. */
    public Step in(String newScope) {
        return new Step(label, newScope, group, window, undoable);
    }

    /** The same step in a group that stays open until another step or {@link History#closeGroup()}. */
    public Step grouped(Object key) {
        return new Step(label, scope, Objects.requireNonNull(key, "key"), null, undoable);
    }

    /** The same step in a group that a write joins if it comes within this time after the last one. */
    public Step grouped(Object key, Duration within) {
        return new Step(label, scope, Objects.requireNonNull(key, "key"), within, undoable);
    }

    /** The same step, which cannot be undone. */
    public Step notUndoable() {
        return new Step(label, scope, group, window, false);
    }
}
