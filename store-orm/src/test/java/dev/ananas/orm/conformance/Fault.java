package dev.ananas.orm.conformance;

/** What makes a scenario fail. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String got;

    Fault(String message, String expected, String got) {
        super(message);
        this.expected = expected;
        this.got = got;
    }

    String expected() {
        return expected;
    }

    String got() {
        return got;
    }
}
