package dev.ananas.store;

import java.io.Serial;

/** What was asked of a store that is closed. */
public class StoreClosedException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An exception that says what was refused.
     *
     * @param refused what was asked, as the beginning of a sentence
     */
    public StoreClosedException(String refused) {
        super(refused + " was refused: the store is closed");
    }
}
