package dev.ananas.orm.model;

/** A record, key or value that does not fit its entity type. The message says what was expected, what was found, and where. */
public final class DataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * With a message.
     *
     * @param message expected, found, where, and what to do
     */
    public DataException(String message) {
        super(message);
    }
}
