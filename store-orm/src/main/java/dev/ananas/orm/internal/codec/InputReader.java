package dev.ananas.orm.internal.codec;

import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of every form, nested in each other as they like: models, rows, maps, JSON. Reads the records of one write;
 * what it reads is never changed. A map that is reached again is not read again, so graphs of maps may be cyclic.
 */
public final class InputReader {
    private @Nullable Map<TableSchema, Map<@Nullable Object, Input>> seen;
    private final Pointer pointer = new Pointer();
    private int places;

    /** The records of a list, with everything nested in them. */
    public static List<Input> records(EntitySchema entity, Collection<?> records) {
        return new InputReader().list(entity, records, 0, true);
    }

    /** Records of a longer list, of which the first is at {@code place}, with everything nested in them. */
    public static List<Input> records(EntitySchema entity, Collection<?> records, long place, boolean deep) {
        return new InputReader().list(entity, records, place, deep);
    }

    /** The records of a list without what is nested in them. */
    public static List<Input> flat(EntitySchema entity, Collection<?> records) {
        return new InputReader().list(entity, records, 0, false);
    }

    /** One record with everything nested in it. */
    public static Input record(EntitySchema entity, Object record) {
        return new InputReader().read(entity, record, true);
    }

    /** One record without what is nested in it. */
    public static Input flat(EntitySchema entity, Object record) {
        return new InputReader().read(entity, record, false);
    }

    /** New values of some attributes of a record. */
    public static Input changes(TableSchema table, Map<String, ?> values) {
        return new InputReader().read(table.entity(), values, false);
    }

    private List<Input> list(EntitySchema entity, Collection<?> records, long place, boolean deep) {
        List<Input> inputs = new ArrayList<>(records.size());
        for (Object record : records) {
            pointer.enter(place + inputs.size());
            inputs.add(read(entity, record, deep));
            pointer.leave();
        }
        return inputs;
    }

    private Input read(EntitySchema entity, @Nullable Object given, boolean deep) {
        TableSchema table = entity.table();
        Object record = Json.shallow(given);
        if (record instanceof Map<?, ?> map) {
            return map(entity, given, map, deep);
        }
        if (!entity.isModel(record)) {
            throw pointer.fault("Entity \"" + entity.name() + "\" expects a record, found " + Pointer.describe(record));
        }
        Input input = new Input(entity, places++, table.components(Objects.requireNonNull(record)));
        for (int column : table.columns()) {
            Component.Attribute attribute = table.attribute(column);
            Object value = input.get(column);
            if (table.has(record, column) && !Component.Attribute.isLeftOut(value)) {
                Object stored = attribute.convertsInput() ? value(table, attribute, value) : value;
                if (table.placeholders().isAt(column, record)) {
                    input.assume(column, stored);
                } else {
                    input.set(column, stored);
                }
            }
        }
        for (int i = 0; deep && i < table.components().size(); i++) {
            List<RelationSchema> relations = table.relations(i);
            if (!relations.isEmpty()) {
                Object related = Models.loaded(input.get(i));
                if (related != Models.NOT_LOADED) {
                    branch(input, relations, related);
                }
            }
        }
        return input;
    }

    private Input map(EntitySchema entity, @Nullable Object identity, Map<?, ?> map, boolean deep) {
        TableSchema table = entity.table();
        Input again = deep ? seen(table).get(identity) : null;
        if (again != null) {
            return again;
        }
        Input input = new Input(entity, places++, new Object[table.components().size()]);
        if (deep) {
            seen(table).put(identity, input);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int ordinal = table.ordinal(String.valueOf(entry.getKey()));
            if (ordinal >= 0 && table.components().get(ordinal) instanceof Component.Attribute attribute) {
                input.set(ordinal, value(table, attribute, entry.getValue()));
            }
        }
        tellCase(entity, input);
        if (deep) {
            branches(table, input, map);
        }
        return input;
    }

    private void branches(TableSchema table, Input input, Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int ordinal = table.ordinal(String.valueOf(entry.getKey()));
            List<RelationSchema> relations = ordinal < 0 ? List.of() : table.relations(ordinal);
            if (!relations.isEmpty()) {
                branch(input, relations, entry.getValue());
            }
        }
    }

    private Map<@Nullable Object, Input> seen(TableSchema table) {
        if (seen == null) {
            seen = new HashMap<>();
        }
        return seen.computeIfAbsent(table, key -> new IdentityHashMap<>());
    }

    /** A record given to a case is of that case, or of one of its own cases if it says so or is stored as such. */
    private void tellCase(EntitySchema entity, Input input) {
        if (entity.values().isEmpty()) {
            return;
        }
        int discriminator = entity.table().discriminator();
        Object value = input.get(discriminator);
        if (value == null) {
            input.assume(discriminator, entity.values().get(0));
        } else if (!entity.values().contains(value)) {
            String attribute = entity.table().attribute(discriminator).name();
            pointer.enter(attribute);
            throw pointer.fault("Entity \"" + entity.name() + "\" expects \"" + attribute + "\" to be one of "
                    + entity.values() + ", found " + Pointer.describe(value));
        }
    }

    private @Nullable Object value(TableSchema table, Component.Attribute attribute, @Nullable Object given) {
        Object value = Values.stored(attribute, given);
        if (value == Values.MISFIT) {
            pointer.enter(attribute.name());
            throw pointer.fault("Attribute \"" + table.name() + "." + attribute.name() + "\" expects "
                    + attribute.expected() + ", found " + Pointer.describe(Json.plain(given)));
        }
        return value;
    }

    private void branch(Input input, List<RelationSchema> relations, @Nullable Object given) {
        RelationSchema any = relations.get(0);
        pointer.enter(any.name());
        Object related = Json.shallow(given);
        RelationSchema relation = relations.size() == 1 || related == null ? any : target(input, relations, related);
        List<Input.Nested> nested = new ArrayList<>();
        if (relation.toMany() && related instanceof Collection<?> list) {
            int index = 0;
            for (Object element : list) {
                pointer.enter(index++);
                nested.add(nested(relation, element));
                pointer.leave();
            }
        } else if (related != null) {
            if (relation.toMany()) {
                throw pointer.fault(
                        "Relation \"" + relation + "\" expects a list of records, found " + Pointer.describe(related));
            }
            if (related instanceof Collection<?> list) {
                throw pointer.fault("Relation \"" + relation + "\" expects one record, found a list of " + list.size());
            }
            nested.add(nested(relation, given));
        }
        input.add(new Input.Branch(relation, List.copyOf(nested)));
        pointer.leave();
    }

    /** Which of several entities a record is of: told by the class of a model, or by the type that its owner gives. */
    private RelationSchema target(Input owner, List<RelationSchema> relations, Object related) {
        int[] columns = relations.get(0).near().fromSide().columns();
        int type = columns[columns.length - 1];
        for (RelationSchema relation : relations) {
            boolean isIt = related instanceof Map
                    ? relation.far().name().equals(owner.get(type))
                    : relation.far().isModel(related);
            if (isIt) {
                return relation;
            }
        }
        throw pointer.fault("Relation \"" + relations.get(0) + "\" leads to several entities, and \""
                + owner.table().attribute(type).name() + "\" does not tell which: expected one of "
                + relations.stream()
                        .map(relation -> "\"" + relation.far().name() + "\"")
                        .collect(Collectors.joining(", "))
                + ", found " + owner.get(type));
    }

    private Input.Nested nested(RelationSchema relation, @Nullable Object given) {
        Input record = read(relation.far(), given, true);
        RelationSchema.Link link = relation.link();
        Object pivot =
                link == null || given == null ? null : Models.pivot(relation.related(), link, Json.shallow(given));
        if (link == null || pivot == null) {
            return new Input.Nested(record, null);
        }
        pointer.enter(link.as());
        Input attributes = read(link.table().entity(), pivot, false);
        pointer.leave();
        return new Input.Nested(record, attributes);
    }
}
