package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Saves nested data: merges all that is said about a record, stores the records in the order of the document, each before what
 * is nested in it, then links them from the values that both ends have by then. Links come in the order of the document, those
 * nested in the records that this one belongs to first, and before those that are nested in the related record.
 */
final class OracleSave {
    private final Oracle oracle;
    private final OracleRecords records;
    private final OracleSync sync;
    private final Occurrences occurrences = new Occurrences();
    private final Map<List<Object>, Pending> pending = new LinkedHashMap<>();
    private Links links = new Links();

    /** A record in the making. */
    private record Pending(EntityShape entity, Map<String, Object> row) {}

    /**
     * Links in the order of the document, each answering its pair; those with attributes, an outer occurrence after those
     * inside it, for pairs that occur several times; and what is nested under which relation, told in the same order.
     */
    private static final class Links {
        private final List<Supplier<Object>> made = new ArrayList<>();
        private final List<Supplier<Object>> laidOver = new ArrayList<>();
        private final List<Runnable> nested = new ArrayList<>();

        void add(Links more) {
            made.addAll(more.made);
            laidOver.addAll(more.laidOver);
            nested.addAll(more.nested);
        }
    }

    /** {@code synced} is whether related records that the data does not nest are removed from their relations. */
    OracleSave(Oracle oracle, boolean synced) {
        this.oracle = oracle;
        this.records = new OracleRecords(oracle);
        this.sync = synced ? new OracleSync(oracle) : null;
    }

    /** The record at a place in the list of all that is to be saved; answers its key. */
    List<Object> add(EntityShape entity, Map<String, ?> data, int place) {
        Map<String, Object> row = save(entity, data, Map.of(), List.of(place));
        return oracle.keyOf(entity, row);
    }

    /** Stores and links everything. */
    void finish() {
        for (Pending one : pending.values()) {
            records.save(one.entity(), oracle.normal(one.entity(), one.row()));
        }
        Map<Supplier<Object>, Object> pairs = new IdentityHashMap<>();
        links.made.forEach(link -> pairs.put(link, link.get()));
        for (Supplier<Object> link : links.laidOver) {
            if (Collections.frequency(pairs.values(), pairs.get(link)) > 1) {
                link.get();
            }
        }
        if (sync != null) {
            links.nested.forEach(Runnable::run);
            sync.finish();
        }
    }

    /**
     * {@code imposed} are the foreign keys that the place of the record in the data gives it, {@code path} is this
     * place: names of relations and places in lists.
     */
    private Map<String, Object> save(
            EntityShape entity, Map<String, ?> data, Map<String, Object> imposed, List<Object> path) {
        Map<String, Object> values = oracle.given(entity, data);
        values.putAll(imposed);
        for (RelationShape relation : entity.relations()) {
            if (relation.ownsKey() && data.get(relation.name()) != null) {
                values.putAll(foreignKey(relation, values, one(data.get(relation.name()))));
            } else if (relation.ownsKey() && sync != null && data.containsKey(relation.name())) {
                relation.foreignKey().forEach(column -> values.put(column, null));
                if (relation.morphType() != null) {
                    values.put(relation.morphType(), null);
                }
            }
        }
        for (String key : entity.key()) {
            if (values.get(key) == null && entity.attribute(key).kind() != Kind.UID) {
                throw new Oracle.Refused("no value for key attribute " + key + ": " + data);
            }
        }
        keepCase(entity, data, values);
        Map<String, Object> row = merge(entity, values);
        List<Object> key = oracle.keyOf(entity, row);
        occurrences.add(oracle.schema().tableOf(entity).name(), key, path, said(entity, data, values));
        List<Links> branches = List.of(links, new Links(), new Links());
        for (Map.Entry<String, ?> entry : data.entrySet()) {
            RelationShape relation = entity.relation(entry.getKey());
            if (relation != null && (entry.getValue() != null || sync != null)) {
                links = branches.get(branch(entity, relation));
                saveRelated(entity, row, relation, entry.getValue(), then(path, relation.name()));
            }
        }
        links = branches.get(0);
        links.add(branches.get(1));
        links.add(branches.get(2));
        return row;
    }

    /** What an occurrence says about its record; a list of keys that nesting adds to is like no other. */
    private static Map<String, Object> said(EntityShape entity, Map<String, ?> data, Map<String, Object> values) {
        Map<String, Object> said = new LinkedHashMap<>(values);
        for (RelationShape relation : entity.relations()) {
            if (relation.kind() == RelationKind.HAS_MANY_BY && data.containsKey(relation.name())) {
                said.put(relation.foreignKey().get(0), new Object());
            }
        }
        return said;
    }

    /** A stored record of a case below the entity stays what it is, unless the data says otherwise. */
    private void keepCase(EntityShape entity, Map<String, ?> data, Map<String, Object> values) {
        String discriminator = oracle.schema().tableOf(entity).discriminator();
        List<Object> key = Oracle.values(values, entity.key());
        boolean stored = !key.contains(null) && oracle.see(entity, key) != null;
        if (entity.base() != null && data.get(discriminator) == null && stored) {
            values.remove(discriminator);
        }
    }

    /** Lays values over the record of their key: one in the making, the stored one, or a new one. */
    private Map<String, Object> merge(EntityShape entity, Map<String, Object> values) {
        EntityShape table = oracle.schema().tableOf(entity);
        List<Object> key = Oracle.values(values, entity.key());
        if (key.contains(null)) {
            Map<String, Object> row = oracle.whole(entity, values);
            pending.put(List.of(table.name(), oracle.keyOf(entity, row)), new Pending(table, row));
            return row;
        }
        Pending known = pending.get(List.of(table.name(), key));
        if (known == null) {
            Map<String, Object> old = oracle.get(table, key);
            known = new Pending(table, old == null ? oracle.whole(entity, values) : new LinkedHashMap<>(old));
            pending.put(List.of(table.name(), key), known);
        }
        oracle.lay(table, known.row(), values);
        return known.row();
    }

    /** Whose links come first: owners that give the record a part of its key, other owners, all others. */
    private static int branch(EntityShape entity, RelationShape relation) {
        if (!relation.ownsKey()) {
            return 2;
        }
        return entity.key().stream().anyMatch(relation.foreignKey()::contains) ? 0 : 1;
    }

    /** Which of several entities an owner is of. */
    private String target(RelationShape relation, Map<String, Object> values) {
        if (relation.targets().size() == 1) {
            return relation.related();
        }
        Object type = values.get(relation.morphType());
        if (!relation.targets().contains(type)) {
            throw new Oracle.Refused(type + " does not tell an entity");
        }
        return (String) type;
    }

    private Map<String, Object> foreignKey(RelationShape relation, Map<String, Object> values, Map<String, ?> owner) {
        String target = target(relation, values);
        EntityShape related = oracle.entity(target);
        Map<String, Object> given = oracle.declared(related, owner);
        List<String> near = oracle.schema().nearAttributes(relation, target);
        Map<String, Object> foreign = new LinkedHashMap<>();
        for (int i = 0; i < near.size(); i++) {
            Object value = given.get(near.get(i));
            if (value == null) {
                if (related.key().contains(near.get(i))) {
                    throw new Oracle.Refused("a nested record without a key: " + owner);
                }
                throw new Oracle.Unspecified("an owner without its owner key: " + owner);
            }
            foreign.put(relation.foreignKey().get(i), value);
        }
        if (relation.morphType() != null) {
            foreign.put(relation.morphType(), target);
        }
        return foreign;
    }

    private static List<Object> then(List<Object> path, Object more) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    private void saveRelated(
            EntityShape entity, Map<String, Object> row, RelationShape relation, Object nested, List<Object> path) {
        if (relation.ownsKey()) {
            if (nested != null) {
                save(oracle.entity(target(relation, row)), one(nested), Map.of(), path);
            }
            return;
        }
        List<?> children = relation.isToMany()
                ? (nested == null ? List.of() : list(nested))
                : nested == null ? List.of() : List.of(one(nested));
        List<List<Object>> kept = new ArrayList<>();
        if (relation.isThroughPivot()) {
            saveLinked(entity, row, relation, children, path, kept);
        } else if (relation.ordersByLink()) {
            saveBeside(row, relation, children, path);
        } else {
            saveChildren(entity, row, relation, children, path, kept);
        }
        if (sync != null && !relation.ordersByLink()) {
            List<Object> key = oracle.keyOf(entity, row);
            links.nested.add(() -> sync.note(entity, key, relation, kept));
        }
    }

    private void saveChildren(
            EntityShape entity,
            Map<String, Object> row,
            RelationShape relation,
            List<?> children,
            List<Object> path,
            List<List<Object>> kept) {
        EntityShape related = oracle.entity(relation.related());
        Map<String, Object> imposed = new LinkedHashMap<>();
        List<String> local = oracle.schema().parentAttributes(entity, relation);
        for (int i = 0; i < local.size(); i++) {
            imposed.put(relation.foreignKey().get(i), row.get(local.get(i)));
        }
        if (imposed.containsValue(null) && !children.isEmpty()) {
            throw new Oracle.Unspecified("nested under an owner whose local key is null: " + row);
        }
        if (relation.morphType() != null) {
            imposed.put(
                    relation.morphType(),
                    oracle.schema().declaring(entity, relation).name());
        }
        int place = 0;
        for (Object child : children) {
            kept.add(oracle.keyOf(related, save(related, one(child), imposed, then(path, place++))));
        }
    }

    /** Records that are only saved, or whose keys go to a list. */
    private void saveBeside(Map<String, Object> row, RelationShape relation, List<?> children, List<Object> path) {
        EntityShape related = oracle.entity(relation.related());
        String list = relation.foreignKey().get(0);
        boolean byList = relation.kind() == RelationKind.HAS_MANY_BY;
        if (byList && sync != null) {
            row.put(list, List.of());
        }
        int place = 0;
        for (Object child : children) {
            Map<String, Object> saved = save(related, one(child), Map.of(), then(path, place++));
            Object element = saved.get(oracle.schema().farAttributes(relation).get(0));
            if (byList) {
                List<Object> longer = new ArrayList<>(row.get(list) instanceof List<?> known ? known : List.of());
                if (element != null && !longer.contains(element)) {
                    longer.add(element);
                }
                row.put(list, longer);
            }
        }
    }

    private void saveLinked(
            EntityShape entity,
            Map<String, Object> row,
            RelationShape relation,
            List<?> children,
            List<Object> path,
            List<List<Object>> kept) {
        EntityShape related = oracle.entity(relation.related());
        List<Object> near = oracle.keyOf(entity, row);
        int place = 0;
        for (Object child : children) {
            List<Object> far = new ArrayList<>();
            Map<String, Object> pivot = pivotValues(relation, one(child));
            Supplier<Object> link = () -> {
                Map<String, Object> parent = oracle.get(entity, near);
                Map<String, Object> other = oracle.get(related, far);
                return parent == null || other == null
                        ? new Object()
                        : OracleLinks.link(oracle, entity, relation, parent, other, pivot);
            };
            Links all = links;
            all.made.add(link);
            far.addAll(oracle.keyOf(related, save(related, one(child), Map.of(), then(path, place++))));
            kept.add(far);
            if (pivot != null) {
                all.laidOver.add(link);
            }
        }
    }

    private Map<String, Object> pivotValues(RelationShape relation, Map<String, ?> child) {
        Object attributes = child.get(relation.accessor());
        return attributes == null ? null : oracle.declared(oracle.entity(relation.pivot()), one(attributes));
    }

    private static List<?> list(Object data) {
        if (!(data instanceof List)) {
            throw new Oracle.Refused("not a list: " + data);
        }
        return (List<?>) data;
    }

    /** The one record that is expected here. */
    @SuppressWarnings("unchecked")
    private static Map<String, ?> one(Object data) {
        if (!(data instanceof Map)) {
            throw new Oracle.Refused("not a record: " + data);
        }
        return (Map<String, ?>) data;
    }
}
