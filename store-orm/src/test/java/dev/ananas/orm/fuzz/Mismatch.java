package dev.ananas.orm.fuzz;

/** The engine and the oracle disagree. */
final class Mismatch extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** What is wrong; the shrinker keeps to one kind. */
    enum About {
        ROWS,
        WRITE_ANSWER,
        ANSWER,
        EMISSION,
        REFERENCE,
        IMMUTABILITY,
        VERSION,
        REFUSAL,
        INVARIANT,
        SECOND_ORACLE,
        REPLICA,
        EXCEPTION
    }

    private final About about;
    private final int step;

    Mismatch(About about, int step, String message, Throwable cause) {
        super("step " + step + ", " + about + ": " + message, cause);
        this.about = about;
        this.step = step;
    }

    /** The kind, and for unexpected exceptions where they come from. */
    String kind() {
        if (getCause() == null) {
            return about.name();
        }
        StackTraceElement[] trace = getCause().getStackTrace();
        return about + " " + getCause().getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    About about() {
        return about;
    }

    int step() {
        return step;
    }

    static Mismatch of(About about, int step, String what, Object expected, Object actual) {
        return new Mismatch(about, step, what + "\n    expected " + expected + "\n    actual   " + actual, null);
    }
}
