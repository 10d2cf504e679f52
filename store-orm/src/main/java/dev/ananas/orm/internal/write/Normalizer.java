package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.PositionTable;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns nested records into rows of their tables and links between them.
 *
 * <p>Three things have to come in an order of their own. <b>Keys</b>: a child takes its foreign key from its parent, but a
 * parent that belongs to another record takes its foreign key from that one, and either may be part of a primary key. So a
 * record first takes what its parent fills in, then visits the owners that feed its own key, then gets its ids, and only then
 * has a key; other owners, children and linked records follow. <b>Merging</b>: a key may occur anywhere in the data, so
 * records are collected by key ({@link Pending}), each starting from the stored row or from defaults, and occurrences are laid
 * over each other in the order of the visits. <b>Insertion order</b> is that of the document, a record before what is nested
 * in it, whatever order the keys needed: it was numbered when the data was read, and records are stored by that number.
 *
 * <p>Links come last, when both ends of each have their final values: made in the order of the document, then given their
 * attributes innermost first, so that of two occurrences of a pair the outer one wins. An input that is reached again, in a cyclic graph or
 * through shared maps, is laid over its record again but not descended into.
 */
final class Normalizer {
    private final Records records;
    private final LinkWriter links;
    private final @Nullable Sync sync;
    private final IdentityHashMap<Input, Visit> visits = new IdentityHashMap<>();
    private final Map<TableSchema, Map<Object, Pending>> byKey = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<@Nullable Link> pendingLinks = new ArrayList<>();
    private final List<Link> finishedLinks = new ArrayList<>();

    Normalizer(Records records, boolean sync) {
        this.records = records;
        this.sync = sync ? new Sync(records) : null;
        this.links = new LinkWriter(records);
    }

    /** A pair that has to be linked once its ends are stored. */
    private record Link(
            RelationSchema relation,
            Pending parent,
            Pending related,
            @Nullable Input pivot) {}

    /** Stores these records and everything nested in them. */
    void save(List<Input> roots) {
        for (Input root : roots) {
            visit(root, null, null);
        }
        pending.sort(Comparator.comparingInt(record -> record.place));
        for (Pending record : pending) {
            records.writer().save(record.table, Records.model(record.table, record.components));
        }
        link();
        if (sync != null) {
            sync.finish(links);
        }
    }

    /** Makes all links, then gives those that occur several times their attributes in the order that counts. */
    private void link() {
        IdentityHashMap<Link, Object> rows = new IdentityHashMap<>();
        Map<Object, Integer> occurrences = new HashMap<>();
        for (Link pendingLink : pendingLinks) {
            Link link = Objects.requireNonNull(pendingLink);
            Object row = link(link);
            if (!finishedLinks.isEmpty()) {
                rows.put(link, row);
                occurrences.merge(row, 1, Integer::sum);
            }
        }
        for (Link finished : finishedLinks) {
            if (occurrences.getOrDefault(rows.get(finished), 0) > 1) {
                attributes(finished);
            }
        }
    }

    /** Links the ends of a pair, unless a hook refused one of them; answers what tells links apart. */
    private Object link(Link link) {
        TableRow parent = stored(link.parent);
        TableRow related = stored(link.related);
        if (parent != null && related != null) {
            Object[] ends = links.ends(link.relation, parent, related);
            Object key = links.link(link.relation, ends[0], ends[1], link.pivot);
            return List.of(LinkWriter.link(link.relation).table().name(), key);
        }
        return link;
    }

    /**
     * Lays attributes over the link of a pair once more. Where pivots have more than two ends, what was said of another relation
     * may have given the pivot to another pair; then this one has none, and gets none.
     */
    private void attributes(Link link) {
        TableRow parent = stored(link.parent);
        TableRow related = stored(link.related);
        if (parent != null && related != null && link.pivot != null) {
            Object[] ends = links.ends(link.relation, parent, related);
            links.pair(link.relation, ends[0], ends[1]).stream()
                    .limit(1)
                    .forEach(row -> links.change(link.relation, row, link.pivot));
        }
    }

    private @Nullable TableRow stored(Pending record) {
        return records.draft().get(record.table, record.key);
    }

    /** The model that an input became; null if a hook refused it and nothing was stored before. */
    @Nullable
    Object model(Input input) {
        TableRow row = stored(record(input));
        return row == null ? null : input.entity().shown(row.read());
    }

    private Pending record(Input input) {
        return Objects.requireNonNull(Objects.requireNonNull(visits.get(input)).record);
    }

    private Pending visit(Input input, @Nullable RelationSchema from, @Nullable Pending parent) {
        Visit known = visits.get(input);
        Visit visit = known == null ? new Visit(input) : known;
        visits.put(input, visit);
        if (from != null && parent != null) {
            visit.fill(from.near().toSide().columns(), from.near().toValues(parent.components));
        }
        if (known == null) {
            owners(visit, true);
        }
        Pending record = open(visit);
        visit.record = record;
        visit.applyTo(record);
        records.generate(record.table, record.components, record.table.numbered());
        if (known == null) {
            owners(visit, false);
            related(visit, record);
        }
        return record;
    }

    /** The record of a visit's key: one in the making, or one that starts from the stored row or from defaults. */
    private Pending open(Visit visit) {
        TableSchema table = visit.input.table();
        records.generate(table, visit.values, table.key());
        for (int column : table.key()) {
            visit.given[column] = true;
        }
        Object key = Records.key(table, visit.values, visit.input);
        Map<Object, Pending> known = byKey.computeIfAbsent(table, any -> new HashMap<>());
        Pending record = known.get(key);
        if (record == null) {
            record = start(visit, key);
            known.put(key, record);
            pending.add(record);
        } else {
            visit.yieldTo(record.stored);
            int discriminator = table.discriminator();
            if (discriminator >= 0 && visit.given[discriminator]) {
                records.template(table).become(record, visit.values[discriminator]);
            }
        }
        record.place = Math.min(record.place, visit.input.place());
        return record;
    }

    private Pending start(Visit visit, Object key) {
        TableSchema table = visit.input.table();
        TableRow row = records.draft().get(table, key);
        Object stored = row == null ? null : row.model();
        visit.yieldTo(stored);
        Template template = records.template(table);
        @Nullable
        Object[] components = stored == null
                ? template.defaults(column -> visit.values[column])
                : template.over(stored, column -> visit.values[column]);
        return new Pending(table, key, stored, components, visit.input.place());
    }

    /** Visits the records to which this one belongs, and fills in its foreign keys: those within its key, or the others. */
    private void owners(Visit visit, boolean withinKey) {
        for (Input.Branch branch : visit.input.branches()) {
            RelationSchema relation = branch.relation();
            if (!relation.ownsKey() || withinKey != sharesKey(relation)) {
                continue;
            }
            if (sync != null && branch.related().isEmpty()) {
                clear(visit, relation);
            }
            for (Input.Nested nested : branch.related()) {
                Visit reached = visits.get(nested.record());
                if (reached != null && reached.record == null) {
                    throw new DataException(
                            "The key of a record of \"" + relation.parent().name()
                                    + "\" depends on itself through relation \"" + relation + "\": " + visit.input);
                }
                Pending owner = visit(nested.record(), null, null);
                int[] columns = relation.near().fromSide().columns();
                visit.fill(columns, relation.near().fromValues(owner.components));
                visit.copy(columns);
            }
        }
    }

    /** Forgets to which record this one belongs. */
    private static void clear(Visit visit, RelationSchema relation) {
        int[] columns = relation.near().fromSide().columns();
        visit.fill(columns, new Object[columns.length]);
        visit.copy(columns);
    }

    private void related(Visit visit, Pending record) {
        for (Input.Branch branch : visit.input.branches()) {
            RelationSchema relation = branch.relation();
            if (relation.ownsKey()) {
                continue;
            }
            if (sync != null) {
                enlistAnew(relation, record);
            }
            for (Input.Nested nested : branch.related()) {
                if (relation.link() == null) {
                    visit(nested.record(), relation, record);
                } else if (relation.hasPivot()) {
                    int place = pendingLinks.size();
                    pendingLinks.add(null);
                    Pending other = visit(nested.record(), null, null);
                    Link link = new Link(relation, record, other, nested.pivot());
                    pendingLinks.set(place, link);
                    if (nested.pivot() != null) {
                        finishedLinks.add(link);
                    }
                } else {
                    enlist(relation, record, visit(nested.record(), null, null));
                }
            }
            if (sync != null) {
                List<Object> keys = new ArrayList<>();
                branch.related().forEach(nested -> keys.add(record(nested.record()).key));
                sync.note(relation, record.key, keys);
            }
        }
    }

    /** Begins the list of keys of a relation by such a list again. */
    private static void enlistAnew(RelationSchema relation, Pending parent) {
        for (PositionTable positions : relation.parent().derived()) {
            if (relation.link() != null && positions.table() == relation.link().table()) {
                parent.components[positions.list()] = List.of();
            }
        }
    }

    /** Adds a related record to the list of keys that its parent has; a relation through records of its own has none. */
    private static void enlist(RelationSchema relation, Pending parent, Pending related) {
        RelationSchema.Link link = Objects.requireNonNull(relation.link());
        for (PositionTable positions : relation.parent().derived()) {
            if (positions.table() == link.table()) {
                Object element = related.components[link.far().toColumns()[0]];
                List<@Nullable Object> list = new ArrayList<>();
                if (parent.components[positions.list()] instanceof Collection<?> known) {
                    list.addAll(known);
                }
                if (element != null && !list.contains(element)) {
                    list.add(element);
                }
                parent.components[positions.list()] = Collections.unmodifiableList(list);
            }
        }
    }

    private static boolean sharesKey(RelationSchema relation) {
        for (int column : relation.near().fromSide().columns()) {
            for (int key : relation.parent().key()) {
                if (column == key) {
                    return true;
                }
            }
        }
        return false;
    }
}
