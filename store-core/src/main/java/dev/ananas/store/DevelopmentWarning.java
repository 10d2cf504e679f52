package dev.ananas.store;

import java.util.Objects;

/**
 * What a development check found, see {@link StoreBuilder#developmentChecks}.
 *
 * @param kind which check
 * @param message what was found, and what to do
 * @param callSite the first place outside the library on the stack that led there
 */
public record DevelopmentWarning(Kind kind, String message, String callSite) {

    /** What is checked. */
    public enum Kind {
        /** A reducer gave two results for one state and action. */
        IMPURE_REDUCER,
        /** A selector gave two results for one state. */
        UNSTABLE_SELECTOR,
        /** A subscriber lets many values wait or be replaced. */
        SLOW_SUBSCRIBER
    }

    public DevelopmentWarning {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(callSite, "callSite");
    }

    @Override
    public String toString() {
        return message + " (at " + callSite + ")";
    }
}
