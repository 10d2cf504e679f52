package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.table.TableRow;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a level: its terms, then insertion order, so that no two members are ever equal.
 *
 * @param terms order terms, earlier ones weigh more
 * @param links where link rows come in
 */
public record Ordering(List<Term> terms, Links links) implements Comparator<Entry> {

    /** What the insertion order of link rows weighs. */
    public enum Links {
        /** Less than that of the models. */
        LAST,
        /** More than that of the models, less than the terms. */
        BEFORE_MODELS,
        /** More than everything else. */
        FIRST
    }

    /** A value with its direction; {@code collator} compares texts, ties among them go by code units. */
    record Term(SortValue value, @Nullable Collator collator, boolean descending, boolean nullsFirst) {
        int compare(@Nullable Object a, @Nullable Object b) {
            if (a == b) {
                return 0;
            }
            if (a == null || b == null) {
                return (a == null) == nullsFirst ? -1 : 1;
            }
            int ascending = collated(a, b);
            return descending ? -ascending : ascending;
        }

        private int collated(Object a, Object b) {
            if (collator != null && a instanceof String first && b instanceof String second) {
                int byCollator = collator.compare(first, second);
                return byCollator != 0 ? byCollator : first.compareTo(second);
            }
            return Values.compare(a, b);
        }
    }

    /** An entry of these rows, with what it is sorted by. */
    Entry entry(Matching matching, Plan plan, @Nullable TableRow link, TableRow target) {
        if (terms.isEmpty()) {
            return new Entry(link, target);
        }
        @Nullable Object[] values = new Object[terms.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = terms.get(i).value().of(matching, plan, link, target);
        }
        Object sort = values.length == 1 ? values[0] : values;
        return sort == null ? new Entry(link, target) : new SortedEntry(link, target, sort, beginning(values[0]));
    }

    private long beginning(@Nullable Object first) {
        return first instanceof String text && terms.get(0).collator() == null ? SortedEntry.beginningOf(text) : 0;
    }

    /** Columns of the link row, or else of the row of the model, that the terms read, a bit for each. */
    long columns(boolean ofLink) {
        long read = 0;
        for (Term term : terms) {
            read |= term.value().columns(ofLink);
        }
        return read;
    }

    @Override
    public int compare(Entry a, Entry b) {
        int byLink = a.link() == null || b.link() == null
                ? 0
                : Long.compare(a.link().seq(), b.link().seq());
        if (links == Links.FIRST && byLink != 0) {
            return byLink;
        }
        int byTerms = compareTerms(a, b);
        if (byTerms != 0) {
            return byTerms;
        }
        int byTarget = Long.compare(a.target().seq(), b.target().seq());
        int first = links == Links.LAST ? byTarget : byLink;
        return first != 0 ? first : links == Links.LAST ? byLink : byTarget;
    }

    private int compareTerms(Entry a, Entry b) {
        if (terms.isEmpty()) {
            return 0;
        }
        long one = a.beginning();
        long other = b.beginning();
        if (one != other && one != 0 && other != 0) {
            return Long.compareUnsigned(one, other) < 0 == terms.get(0).descending() ? 1 : -1;
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
