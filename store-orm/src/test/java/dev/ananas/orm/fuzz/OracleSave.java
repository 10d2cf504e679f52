package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves nested data in the order of the document: a record, then what is nested in it, relation by relation. Links are
 * made at the end, from the values that both ends have by then: first those nested in the records that this one belongs
 * to, then the others in the order of the document; a link comes before those that are nested in the related record.
 */
final class OracleSave {
    private final Oracle oracle;
    private Links links = new Links();
    private final Occurrences occurrences = new Occurrences();

    /** Links in the order of the document, and attributes with those of an outer occurrence after those inside it. */
    private static final class Links {
        private final List<Runnable> made = new ArrayList<>();
        private final List<Runnable> laidOver = new ArrayList<>();

        void add(Links more) {
            made.addAll(more.made);
            laidOver.addAll(more.laidOver);
        }
    }

    OracleSave(Oracle oracle) {
        this.oracle = oracle;
    }

    /** The record at a place in the list of all that is to be saved. */
    Map<String, Object> save(EntityShape entity, Map<String, ?> data, int place) {
        return save(entity, data, Map.of(), List.of(place));
    }

    /**
     * {@code imposed} are the foreign keys that the place of the record in the data gives it, {@code path} is this
     * place: names of relations and places in lists.
     */
    private Map<String, Object> save(
            EntityShape entity, Map<String, ?> data, Map<String, Object> imposed, List<Object> path) {
        Map<String, Object> values = oracle.declared(entity, data);
        values.putAll(imposed);
        for (RelationShape relation : entity.relations()) {
            if (relation.kind() == RelationKind.BELONGS_TO && data.get(relation.name()) != null) {
                values.putAll(foreignKey(relation, one(data.get(relation.name()))));
            }
        }
        for (String key : entity.key()) {
            if (values.get(key) == null && entity.attribute(key).kind() != Kind.UID) {
                throw new Oracle.Refused("no value for key attribute " + key + ": " + data);
            }
        }
        Map<String, Object> row = oracle.merge(entity, values);
        occurrences.add(entity.name(), oracle.keyOf(entity, row), path, values);
        List<Links> branches = List.of(links, new Links(), new Links());
        for (Map.Entry<String, ?> entry : data.entrySet()) {
            RelationShape relation = entity.relation(entry.getKey());
            if (relation != null && entry.getValue() != null) {
                links = branches.get(branch(entity, relation));
                saveRelated(entity, row, relation, entry.getValue(), then(path, relation.name()));
            }
        }
        links = branches.get(0);
        links.add(branches.get(1));
        links.add(branches.get(2));
        return oracle.get(entity, oracle.keyOf(entity, row));
    }

    /** Whose links come first: owners that give the record a part of its key, other owners, all others. */
    private static int branch(EntityShape entity, RelationShape relation) {
        if (relation.kind() != RelationKind.BELONGS_TO) {
            return 2;
        }
        return entity.key().stream().anyMatch(relation.foreignKey()::contains) ? 0 : 1;
    }

    private Map<String, Object> foreignKey(RelationShape relation, Map<String, ?> owner) {
        EntityShape related = oracle.entity(relation.related());
        Map<String, Object> given = oracle.declared(related, owner);
        List<String> near = oracle.schema().nearAttributes(relation);
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
        return foreign;
    }

    private static List<Object> then(List<Object> path, Object more) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    private void saveRelated(
            EntityShape entity, Map<String, Object> row, RelationShape relation, Object nested, List<Object> path) {
        EntityShape related = oracle.entity(relation.related());
        if (relation.kind() == RelationKind.BELONGS_TO) {
            save(related, one(nested), Map.of(), path);
            return;
        }
        if (relation.isThroughPivot()) {
            saveLinked(entity, row, relation, (List<?>) nested, path);
            return;
        }
        Map<String, Object> imposed = new LinkedHashMap<>();
        List<String> local = oracle.schema().parentAttributes(entity, relation);
        for (int i = 0; i < local.size(); i++) {
            imposed.put(relation.foreignKey().get(i), row.get(local.get(i)));
        }
        if (imposed.containsValue(null)) {
            throw new Oracle.Unspecified("nested under an owner whose local key is null: " + row);
        }
        int place = 0;
        for (Object child : relation.isToMany() ? (List<?>) nested : List.of(one(nested))) {
            save(related, one(child), imposed, then(path, place++));
        }
    }

    private void saveLinked(
            EntityShape entity, Map<String, Object> row, RelationShape relation, List<?> nested, List<Object> path) {
        EntityShape related = oracle.entity(relation.related());
        String parentKey = oracle.schema().parentAttributes(entity, relation).get(0);
        int place = 0;
        for (Object child : nested) {
            List<Object> far = new ArrayList<>();
            Map<String, Object> pivot = pivotValues(relation, one(child));
            Runnable link = () -> OracleLinks.link(
                    oracle,
                    relation,
                    oracle.get(entity, oracle.keyOf(entity, row)).get(parentKey),
                    oracle.get(related, far).get(oracle.schema().farAttribute(relation)),
                    pivot);
            Links all = links;
            all.made.add(link);
            far.addAll(oracle.keyOf(related, save(related, one(child), Map.of(), then(path, place++))));
            if (!pivot.isEmpty()) {
                all.laidOver.add(link);
            }
        }
    }

    private Map<String, Object> pivotValues(RelationShape relation, Map<String, ?> child) {
        Object attributes = child.get(relation.accessor());
        return attributes == null ? Map.of() : oracle.declared(oracle.entity(relation.pivot()), one(attributes));
    }

    /** Makes the links of everything saved so far. */
    void link() {
        links.made.forEach(Runnable::run);
        links.laidOver.forEach(Runnable::run);
        links = new Links();
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
