package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * A member of a level whose order has terms: knows what it is sorted by.
 *
 * <p>Finding a place among many members is a search whose every step meets a row that nobody looked at for long. A text is
 * two more objects behind the entry, so each step would wait for the memory three times. Therefore an entry holds how its
 * text begins: up to eight characters as the bytes of one number, which decides nearly every comparison. The order of
 * these numbers never contradicts that of the texts. A character that does not fit into a byte ends the number with the
 * highest one, as does the end of the text with zeros; what is equal so far is for the texts to decide.
 */
final class SortedEntry extends Entry {
    private static final int LONGEST = Long.BYTES;
    private static final int TOO_WIDE = 0xFF;

    private final Object sort;
    private final long beginning;

    SortedEntry(@Nullable TableRow link, TableRow target, Object sort, long beginning) {
        this(link, target, sort, beginning, null);
    }

    private SortedEntry(
            @Nullable TableRow link, TableRow target, Object sort, long beginning, @Nullable Showing showing) {
        super(link, target, showing);
        this.sort = sort;
        this.beginning = beginning;
    }

    @Override
    Entry with(TableRow row, @Nullable Showing now) {
        return new SortedEntry(link(), row, sort, beginning, now);
    }

    @Override
    Object sort() {
        return sort;
    }

    @Override
    long beginning() {
        return beginning;
    }

    /** How a text begins, as an unsigned number; 0 for a text that begins with nothing. */
    static long beginningOf(String text) {
        long bytes = 0;
        int shift = Long.SIZE;
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char next = text.charAt(i);
            shift -= Byte.SIZE;
            if (next >= TOO_WIDE) {
                return bytes | (long) TOO_WIDE << shift;
            }
            bytes |= (long) next << shift;
        }
        return bytes;
    }
}
