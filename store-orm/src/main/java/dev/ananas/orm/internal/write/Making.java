package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models of data without a write: built from it, or looked up by the keys in it. */
public final class Making {
    private Making() {}

    /** Models with what is nested in the data, with defaults and ids for what was not given; no foreign key is filled in. */
    public static List<Object> models(Tables tables, List<Input> data, IdSource ids) {
        Records records = new Records(new Draft(tables), ids);
        return new ReadBack(input -> {
                    TableSchema table = input.table();
                    return input.entity().shown(table.read(Records.model(table, records.filled(input))));
                })
                .models(data);
    }

    /** The stored models whose keys the data gives, with what it nests; those that are not stored are left out. */
    public static List<Object> revived(Tables tables, List<Input> data) {
        return new ReadBack(input -> stored(tables, input)).models(data);
    }

    private static @Nullable Object stored(Tables tables, Input input) {
        TableSchema table = input.table();
        Object[] parts = new Object[table.key().length];
        for (int i = 0; i < parts.length; i++) {
            Object part = input.has(table.key()[i]) ? Joins.part(input.get(table.key()[i])) : null;
            if (part == null) {
                throw Records.missingKey(table, i, input);
            }
            parts[i] = part;
        }
        TableRow row = tables.table(table).get(Joins.of(parts));
        return row == null || !input.entity().admits(row.model())
                ? null
                : input.entity().shown(row.read());
    }
}
