package dev.ananas.orm.conformance;

import java.util.Set;

/** What became of one scenario. */
sealed interface Outcome {

    String id();

    /** Every recorded answer was reproduced. */
    record Passed(String id) implements Outcome {}

    /** It names features that do not exist yet. */
    record Skipped(String id, Set<String> missing) implements Outcome {}

    /** The first answer that differs; step 0 if it could not be read at all. */
    record Failed(String id, int step, String what, String expected, String got) implements Outcome {}
}
