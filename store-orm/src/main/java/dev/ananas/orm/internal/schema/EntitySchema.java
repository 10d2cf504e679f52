package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Names;
import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entity by name: a view of a table. Most entities are the only one of their table and see all of it. Where cases share the
 * table of their base, the base sees every row and every component, a case the rows of its own and of its cases, and their
 * components. Names end here: what a query becomes knows tables and columns alone.
 */
public final class EntitySchema {
    private final EntityType<?> type;
    private final TableSchema table;
    private final BitSet components;
    private final List<Object> values;
    private final Map<String, List<Object>> relatives;
    private Projection projection = Projection.ALL;

    /**
     * A view.
     *
     * @param components what it sees of the table
     * @param values values of the discriminator in its records, its own first; none if it sees all records
     * @param relatives by name the entities whose tokens can be used in a query on this one, with the values of their records
     */
    EntitySchema(
            EntityType<?> type,
            TableSchema table,
            BitSet components,
            List<Object> values,
            Map<String, List<Object>> relatives) {
        this.type = type;
        this.table = table;
        this.components = components;
        this.values = values;
        this.relatives = relatives;
    }

    public String name() {
        return type.name();
    }

    /** The entity type as it was declared. */
    public EntityType<?> type() {
        return type;
    }

    public TableSchema table() {
        return table;
    }

    public List<Component> components() {
        return table.components();
    }

    /** The components that it sees of its table. */
    List<Component> seen() {
        List<Component> seen = new ArrayList<>();
        components.stream().forEach(ordinal -> seen.add(table.components().get(ordinal)));
        return seen;
    }

    /** What models show unless a query says otherwise. */
    public Projection projection() {
        return projection;
    }

    void project(Projection declared) {
        projection = declared;
        if (!declared.isAll()) {
            table.placeholders().hiddenBy(this);
        }
    }

    /** What answers show of a model as read. */
    public Object shown(Object read) {
        return projection.show(table, read);
    }

    /** Values of the discriminator in its records, its own first; none if it sees all records. */
    public List<Object> values() {
        return values;
    }

    /** Whether a stored model of the table is a record of this entity. */
    public boolean admits(Object model) {
        return values.isEmpty() || values.contains(table.get(model, table.discriminator()));
    }

    /** Whether a record may be one of this entity and of another one of the same table. */
    boolean meets(EntitySchema other) {
        return values.isEmpty() || other.values.isEmpty() || !Collections.disjoint(values, other.values);
    }

    /** Whether a value is a model of this entity. */
    public boolean isModel(@Nullable Object value) {
        return table.isModel(value) && admits(Objects.requireNonNull(value));
    }

    /** Whether tokens of an entity can be used here; null stands for names without an entity. */
    public boolean speaksOf(@Nullable String entity) {
        return entity == null || entity.equals(name()) || relatives.containsKey(entity);
    }

    /** Values of the discriminator in the records of a case, or of a base; none if those are all records. */
    public List<Object> valuesOf(String entity) {
        List<Object> found = entity.equals(name()) ? values : relatives.get(entity);
        if (found == null) {
            throw new IllegalArgumentException("Entity \"" + entity + "\" is no case of entity \"" + name()
                    + "\", expected one of " + new TreeSet<>(relatives.keySet()));
        }
        return found;
    }

    /** Column of an attribute by name, or an error that lists the nearest names. */
    public int column(String attribute) {
        int found = table.ordinal(attribute);
        if (found < 0 || !components.get(found) || !table.isAttribute(attribute)) {
            throw unknown("attribute", attribute, Component.Attribute.class);
        }
        return found;
    }

    /** Relation by name, to each of its related entities, or an error that lists the nearest names. */
    public List<RelationSchema> relations(String relation) {
        int found = table.ordinal(relation);
        List<RelationSchema> targets = found < 0 ? List.of() : relations(found);
        if (targets.isEmpty()) {
            throw unknown("relation", relation, RelationType.class);
        }
        return targets;
    }

    /** The relation at an ordinal, to each of its related entities; none if this entity has none there. */
    public List<RelationSchema> relations(int component) {
        return components.get(component) ? table.relations(component) : List.of();
    }

    private IllegalArgumentException unknown(String kind, String name, Class<? extends Component> which) {
        return new IllegalArgumentException(
                Names.unknown(kind, name, "entity \"" + name() + "\"", Names.of(seen(), which)));
    }

    @Override
    public String toString() {
        return name();
    }
}
