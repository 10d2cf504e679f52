package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a member of a level: of its link row, or of the model itself. Correlations and keys read what is stored,
 * conditions and orders what is read of it; for most columns these are the same, and then the column is too.
 *
 * @param ofLink whether it is a column of the link row
 * @param ordinal the column
 * @param asRead whether it is the value as read, of a column where that may differ from the stored one
 */
record Column(boolean ofLink, int ordinal, boolean asRead) {

    /** A column as stored. */
    static Column stored(boolean ofLink, int ordinal) {
        return new Column(ofLink, ordinal, false);
    }

    /** A column as read. */
    static Column read(boolean ofLink, TableSchema table, int ordinal) {
        return new Column(ofLink, ordinal, table.isConverted(ordinal));
    }

    /** Its value for a member. */
    @Nullable
    Object of(Plan plan, @Nullable TableRow link, TableRow target) {
        TableRow row = ofLink ? Objects.requireNonNull(link) : target;
        return (ofLink ? plan.drivingTable() : plan.table()).get(asRead ? row.read() : row.model(), ordinal);
    }
}
