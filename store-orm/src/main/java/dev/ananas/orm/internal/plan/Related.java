package dev.ananas.orm.internal.plan;

import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.table.TableRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The models at the far end of a relation that satisfy tests of their own. Holds no state: it is asked of the tables, through
 * their indexes, and stops as soon as the answer is known.
 *
 * @param targets one for each entity the relation leads to
 */
public record Related(List<Far> targets) {

    /** One target of the relation, with what links and models have to satisfy. */
    record Far(RelationSchema relation, List<Criterion> linkTest, List<Criterion> test) {}

    /** Columns of the parent that it reads, a bit for each. */
    long parentColumns() {
        long read = 0;
        for (Far far : targets) {
            read |= Columns.of(far.relation().near().fromSide().columns());
            int discriminator = far.relation().parent().discriminator();
            read |= discriminator < 0 ? 0 : Columns.of(discriminator);
        }
        return read;
    }

    /** How many different models there are, at most one if the relation leads to one; counting stops at {@code enough}. */
    int count(Matching matching, Object parent, int enough) {
        int counted = counted(matching, parent);
        if (counted >= 0) {
            return Math.min(counted, targets.get(0).relation().toMany() ? enough : Math.min(enough, 1));
        }
        Set<Object> seen = new HashSet<>();
        for (Far far : targets) {
            int most = far.relation().toMany() ? enough : Math.min(enough, 1);
            Object key = far.relation().isOf(parent) ? far.relation().near().key(parent) : null;
            if (key != null) {
                collect(matching, far, key, most, seen);
            }
        }
        return seen.size();
    }

    /** How many rows an index has for a key, where all of them are related models; -1 where they have to be looked at. */
    private int counted(Matching matching, Object parent) {
        Far only = targets.get(0);
        if (targets.size() > 1 || only.relation().link() != null || !only.test().isEmpty()) {
            return -1;
        }
        Object key = only.relation().isOf(parent) ? only.relation().near().key(parent) : null;
        return key == null ? 0 : matching.rows(only.relation().near(), key).size();
    }

    private static void collect(Matching matching, Far far, Object key, int enough, Set<Object> seen) {
        RelationSchema.Link link = far.relation().link();
        for (TableRow near : matching.rows(far.relation().near(), key)) {
            if (seen.size() >= enough) {
                return;
            }
            if (link == null) {
                accept(matching, far, near, seen);
            } else if (matching.holds(far.linkTest(), link.table(), near)) {
                Object onward = link.far().key(near.model());
                for (TableRow target : onward == null ? List.<TableRow>of() : matching.rows(link.far(), onward)) {
                    accept(matching, far, target, seen);
                }
            }
        }
    }

    private static void accept(Matching matching, Far far, TableRow target, Set<Object> seen) {
        if (!seen.contains(target.key())
                && matching.holds(far.test(), far.relation().related(), target)) {
            seen.add(target.key());
        }
    }
}
