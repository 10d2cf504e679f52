package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.TableRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a member of a level: of its link row, or of the model itself.
 *
 * @param ofLink whether it is a column of the link row
 * @param ordinal the column
 */
record Column(boolean ofLink, int ordinal) {

    /** Its value for a member. */
    @Nullable
    Object of(Plan plan, @Nullable TableRow link, TableRow target) {
        return ofLink
                ? plan.drivingTable().get(Objects.requireNonNull(link).model(), ordinal)
                : plan.table().get(target.model(), ordinal);
    }
}
