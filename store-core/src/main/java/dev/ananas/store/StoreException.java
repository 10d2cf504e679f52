package dev.ananas.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What a store throws when it is misused or an action fails. */
public class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception that says what went wrong and, where possible, what to do. */
    public StoreException(String message) {
        super(message);
    }

    /** An exception with a cause. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** An exception that says what failed, and why in the words of the cause. */
    public static StoreException failed(String what, Throwable cause) {
        return new StoreException(what + " failed: " + describe(cause), cause);
    }

    static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getName() : message;
    }
}
