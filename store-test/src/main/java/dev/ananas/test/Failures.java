package dev.ananas.test;

import org.jspecify.annotations.Nullable;

/** Failures that are expected. */
final class Failures {

    private Failures() {}

    /** Requires an error with a part of a message. */
    static void require(@Nullable Throwable error, String part, String expected, String instead) {
        if (error == null) {
            throw new AssertionError(expected + " with \"" + part + "\", found " + instead);
        }
        if (!String.valueOf(error.getMessage()).contains(part)) {
            throw new AssertionError(expected + " with \"" + part + "\", found " + error, error);
        }
    }
}
