package dev.ananas.store;

import java.io.Serial;

/** How a run ends that was cancelled, by itself or with its scope, its slice or its store. */
public class ActionCancelledException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * An exception that says what ended, and why.
     *
     * @param action the name of the action
     * @param id the number of the run
     * @param reason what happened, as the end of a sentence
     */
    public ActionCancelledException(String action, long id, String reason) {
        super("Action \"" + action + "\" (run " + id + ") was cancelled: " + reason);
    }
}
