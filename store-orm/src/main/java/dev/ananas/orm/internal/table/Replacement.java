package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.TableSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives tables another content as a whole.
 *
 * <p>Tables that are derived from lists of keys are made from the rows. A derived row that is there already keeps its place, and a new
 * one stands behind those, so that the rows of one list follow each other as the list says; places of different lists are never
 * compared.
 */
public final class Replacement {
    private final Tables before;
    private final @Nullable Table[] built;
    private long nextSeq;

    private Replacement(Tables before, long nextSeq) {
        this.before = before;
        this.built = new Table[before.count()];
        this.nextSeq = nextSeq;
    }

    /**
     * Tables with these contents.
     *
     * @param contents one for each table that is not derived
     * @param nextSeq the place of the next new row
     */
    public static Tables of(Tables before, List<TableContent> contents, long nextSeq) {
        Replacement replacement = new Replacement(before, nextSeq);
        for (TableContent content : contents) {
            replacement.nextSeq = Math.max(replacement.nextSeq, content.nextPlace());
        }
        contents.forEach(replacement::put);
        return replacement.tables();
    }

    private void put(TableContent content) {
        TableSchema table = content.table();
        built[table.ordinal()] = content.over(before.table(table));
        for (PositionTable positions : table.derived()) {
            Table derived = before.table(positions.table());
            built[positions.table().ordinal()] =
                    derived(positions, content, derived).over(derived);
        }
    }

    private TableContent derived(PositionTable positions, TableContent content, Table old) {
        TableContent derived = new TableContent(positions.table(), old.lastNumber());
        long behind = 0;
        for (TableRow row : old.rows()) {
            behind = Math.max(behind, row.seq() + 1);
        }
        for (TableRow row : content.ordered()) {
            List<?> elements = positions.elements(content.table(), row.model());
            for (int i = 0; i < elements.size(); i++) {
                Object key = positions.key(row.key(), i);
                TableRow known = old.get(key);
                long place = known == null ? behind++ : known.seq();
                nextSeq = Math.max(nextSeq, place + 1);
                derived.derive(key, place, positions.row(row.key(), i, elements.get(i)));
            }
        }
        return derived;
    }

    private Tables tables() {
        boolean changed = nextSeq != before.nextSeq();
        for (TableSchema table : before.schema().tables()) {
            Table now = built[table.ordinal()];
            changed |= now != null && now != before.table(table);
        }
        return changed ? before.with(built, nextSeq) : before;
    }
}
