package dev.ananas.store.snapshot;

import com.fasterxml.jackson.core.JsonLocation;
import dev.ananas.store.StoreException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A snapshot that cannot be written or read. The state of the store is what it was before. */
public class SnapshotException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final int line;
    private final int column;

    /** A fault that has no place in the document. */
    public SnapshotException(String message, @Nullable Throwable cause) {
        this(message, "", null, cause);
    }

    /** A fault at a place of the document. */
    SnapshotException(String what, String pointer, @Nullable JsonLocation location, @Nullable Throwable cause) {
        super(what + place(pointer, location), cause);
        this.pointer = pointer;
        this.line = location == null ? -1 : location.getLineNr();
        this.column = location == null ? -1 : location.getColumnNr();
    }

    private static String place(String pointer, @Nullable JsonLocation location) {
        String at = pointer.isEmpty() ? "" : " at " + pointer;
        return location == null || location.getLineNr() <= 0
                ? at
                : at + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** The place of the fault as a JSON pointer; empty if it is the document as a whole. */
    public String pointer() {
        return pointer;
    }

    /** The line of the fault, from 1 on; -1 if it is not known, as after a migration. */
    public int line() {
        return line;
    }

    /** The column of the fault, from 1 on; -1 if it is not known, as after a migration. */
    public int column() {
        return column;
    }
}
