package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a level: its terms, then insertion order, so that no two members are ever equal.
 *
 * @param terms order terms, earlier ones weigh more
 * @param inLinkOrder whether ties go by the pivot first and by the model second
 */
public record Ordering(List<Term> terms, boolean inLinkOrder) implements Comparator<Entry> {

    /** A column with its direction. */
    record Term(Column column, boolean descending, boolean nullsFirst) {
        int compare(@Nullable Object a, @Nullable Object b) {
            if (a == null || b == null) {
                return a == b ? 0 : (a == null) == nullsFirst ? -1 : 1;
            }
            int ascending = Values.compare(a, b);
            return descending ? -ascending : ascending;
        }
    }

    /** What entries of these rows are sorted by. */
    @Nullable
    Object sortKey(@Nullable TableSchema linkTable, @Nullable TableRow link, TableSchema table, TableRow target) {
        if (terms.isEmpty()) {
            return null;
        }
        @Nullable Object[] values = new Object[terms.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = terms.get(i).column();
            values[i] = column.ofLink()
                    ? Objects.requireNonNull(linkTable)
                            .get(Objects.requireNonNull(link).model(), column.ordinal())
                    : table.get(target.model(), column.ordinal());
        }
        return values.length == 1 ? values[0] : values;
    }

    @Override
    public int compare(Entry a, Entry b) {
        int byTerms = compareTerms(a, b);
        if (byTerms != 0) {
            return byTerms;
        }
        int byTarget = Long.compare(a.target().seq(), b.target().seq());
        if (a.link() == null || b.link() == null) {
            return byTarget;
        }
        int byLink = Long.compare(a.link().seq(), b.link().seq());
        int first = inLinkOrder ? byLink : byTarget;
        return first != 0 ? first : inLinkOrder ? byTarget : byLink;
    }

    private int compareTerms(Entry a, Entry b) {
        if (terms.isEmpty()) {
            return 0;
        }
        if (terms.size() == 1) {
            return terms.get(0).compare(a.sort(), b.sort());
        }
        Object[] first = (Object[]) Objects.requireNonNull(a.sort());
        Object[] second = (Object[]) Objects.requireNonNull(b.sort());
        for (int i = 0; i < first.length; i++) {
            int byTerm = terms.get(i).compare(first[i], second[i]);
            if (byTerm != 0) {
                return byTerm;
            }
        }
        return 0;
    }
}
