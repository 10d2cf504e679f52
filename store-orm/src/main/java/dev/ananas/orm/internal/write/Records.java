package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Join;
import dev.ananas.orm.internal.schema.Joins;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.Draft;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.IdGenerator;
import dev.ananas.orm.model.ValueType;
import dev.ananas.store.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the components of records from defaults, stored rows and input, and stores them in a draft. For one command. */
final class Records {
    private final Draft draft;
    private final IdSource source;
    private @Nullable Supplier<UUID> ids;
    private final @Nullable Template[] templates;
    private final RecordWriter writer;

    Records(Draft draft, IdSource ids) {
        this.draft = draft.at(ids.second());
        this.source = ids;
        this.templates = new Template[draft.schema().tables().size()];
        this.writer = new RecordWriter(this);
    }

    /** Stores records with their hooks. */
    RecordWriter writer() {
        return writer;
    }

    /** The state after the command, with its answer and what its hooks want to be told afterwards. */
    <R> Next<Tables, R> next(R answer) {
        return new Next<>(draft.build(), answer, writer.afterwards());
    }

    Draft draft() {
        return draft;
    }

    Template template(TableSchema table) {
        Template template = templates[table.ordinal()];
        if (template == null) {
            template = new Template(table);
            templates[table.ordinal()] = template;
        }
        return template;
    }

    /** Sets what was given. A generated attribute keeps its id where null was given. */
    static void overlay(@Nullable Object[] components, Input input) {
        TableSchema table = input.table();
        for (int i = 0; i < components.length; i++) {
            if (input.has(i) && (input.get(i) != null || !table.attribute(i).generated())) {
                components[i] = input.get(i);
            }
        }
    }

    /** Makes the ids that are missing among these columns. */
    void generate(TableSchema table, @Nullable Object[] components, int[] columns) {
        for (int column : columns) {
            if (components[column] == null
                    && table.components().get(column) instanceof Component.Attribute attribute
                    && attribute.generated()) {
                components[column] = id(table, column, Objects.requireNonNull(attribute.ids()));
            }
        }
    }

    private Supplier<UUID> ids() {
        if (ids == null) {
            ids = source.ids();
        }
        return ids;
    }

    private Object id(TableSchema table, int column, IdGenerator generator) {
        Object id = generator.next(ids(), () -> draft.nextNumber(table));
        ValueType type = table.attribute(column).type();
        if (id instanceof UUID && type.accepts(id.toString())) {
            return id.toString();
        }
        Object fitting = id instanceof Long number && type.javaType() == Integer.class ? Math.toIntExact(number) : id;
        if (!type.accepts(fitting)) {
            throw new DataException("Attribute \"" + table.name() + "."
                    + table.attribute(column).name() + "\" expects " + type.expected() + ", and its generator made "
                    + id);
        }
        return fitting;
    }

    /** The key of a record, or an error that shows the record as it was given. */
    static Object key(TableSchema table, @Nullable Object[] components, Object record) {
        int[] columns = table.key();
        Object[] parts = new Object[columns.length];
        List<String> missing = new ArrayList<>(0);
        for (int i = 0; i < columns.length; i++) {
            Object part = Joins.part(components[columns[i]]);
            if (part == null) {
                missing.add(table.attribute(columns[i]).name());
            } else {
                parts[i] = part;
            }
        }
        if (!missing.isEmpty()) {
            throw missing(table, missing, record);
        }
        return Joins.of(parts);
    }

    /** For a record that gives no value for a part of its key. */
    static DataException missingKey(TableSchema table, int part, Object record) {
        return missing(table, List.of(table.attribute(table.key()[part]).name()), record);
    }

    /** For a change of a key. */
    static DataException otherKey(TableSchema table, int column, @Nullable Object before, @Nullable Object after) {
        return new DataException("Key attribute \"" + table.attribute(column).name() + "\" of \"" + table.name()
                + "\" cannot be changed from " + before + " to " + after
                + "; delete the record and insert it with the new key");
    }

    /** Refuses components that would give a stored record another key. */
    static void refuseOtherKey(TableSchema table, Object stored, @Nullable Object[] components) {
        for (int column : table.key()) {
            Object before = table.get(stored, column);
            if (!Objects.equals(before, components[column])) {
                throw otherKey(table, column, before, components[column]);
            }
        }
    }

    /** The attributes of a record that have a value. */
    static String describe(TableSchema table, @Nullable Object[] components) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < components.length; i++) {
            if (components[i] != null && table.components().get(i) instanceof Component.Attribute attribute) {
                text.add(attribute.name() + "=" + components[i]);
            }
        }
        return text.toString();
    }

    private static DataException missing(TableSchema table, List<String> names, Object record) {
        String quoted = "\"" + String.join("\" and \"", names) + "\"";
        return new DataException("A record of \"" + table.name() + "\" has no value for key attribute"
                + (names.size() == 1 ? " " : "s ") + quoted + ": " + record
                + (names.size() == 1
                        ? "; give it a value or declare it with uid(" + quoted + ")"
                        : "; give them values or declare them with uid(...)"));
    }

    /** The model of these components. */
    static Object model(TableSchema table, @Nullable Object[] components) {
        int refused = table.refusedNull(column -> components[column]);
        if (refused >= 0) {
            throw new DataException("Attribute \"" + table.name() + "."
                    + table.attribute(refused).name() + "\" takes no null, found " + describe(table, components)
                    + "; give it a value");
        }
        try {
            return table.create(components);
        } catch (NullPointerException e) {
            DataException fault = new DataException("A record of \"" + table.name() + "\" has null "
                    + nulls(table, components) + "where its class takes no null: " + describe(table, components));
            fault.initCause(e);
            throw fault;
        }
    }

    /** Names of the attributes that are null, among which is one that its class does not take. */
    private static String nulls(TableSchema table, @Nullable Object[] components) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            if (components[i] == null && table.components().get(i) instanceof Component.Attribute attribute) {
                names.add("\"" + attribute.name() + "\"");
            }
        }
        return names.isEmpty() ? "" : "for " + String.join(", ", names) + " ";
    }

    /** The model of a record that was given flat, with defaults and ids for what was not given. */
    Object made(Input input) {
        @Nullable Object[] components = filled(input);
        key(input.table(), components, input);
        return model(input.table(), components);
    }

    /** Components of a record, with defaults and ids for what was not given. */
    @Nullable
    Object[] filled(Input input) {
        TableSchema table = input.table();
        Template template = template(table);
        @Nullable Object[] components = template.defaults(input::get);
        overlay(components, input);
        generate(table, components, table.numbered());
        return components;
    }

    /** A model whose relations do not matter, in stored form. */
    Object stored(TableSchema table, Object model) {
        Template template = template(table);
        if (template.fits(model) && template.hasKey(model)) {
            return model;
        }
        if (table.convertsInput() || Template.leavesOut(table, model)) {
            return made(InputReader.flat(table.entity(), model));
        }
        @Nullable Object[] components = template.of(model);
        generate(table, components, table.numbered());
        key(table, components, describe(table, components));
        return model(table, components);
    }

    /**
     * The related rows of a parent, or the links to them where the relation has links. None if the case of the parent has no
     * such relation; where it leads to a case, records of another one are none of its own, and links to them neither.
     */
    List<TableRow> reached(RelationSchema relation, Object parent) {
        Join near = relation.near();
        Object key = relation.isOf(parent) ? near.key(parent) : null;
        List<TableRow> rows = key == null ? List.of() : draft.find(near.to(), near.toSide(), key);
        EntitySchema far = relation.far();
        if (far.values().isEmpty()) {
            return rows;
        }
        List<TableRow> admitted = new ArrayList<>(rows);
        admitted.removeIf(row -> relation.link() == null
                ? !far.admits(row.model())
                : leadsElsewhere(relation.link().far(), far, row));
        return admitted;
    }

    private boolean leadsElsewhere(Join join, EntitySchema far, TableRow link) {
        Object key = join.key(link.model());
        List<TableRow> ends = key == null ? List.of() : draft.find(join.to(), join.toSide(), key);
        return !ends.isEmpty() && ends.stream().noneMatch(end -> far.admits(end.model()));
    }

    /** The models that rows of an entity have by now, in the order in which they were stored; one may have been stored again. */
    List<Object> models(EntitySchema entity, List<TableRow> rows) {
        boolean areNewest = ascend(rows);
        List<Object> models = new ArrayList<>(rows.size());
        for (TableRow row : rows) {
            TableRow now = areNewest ? row : draft.get(entity.table(), row.key());
            models.add(entity.shown((now == null ? row : now).read()));
        }
        return models;
    }

    /** Whether each row has a place behind the one before, so that no two have the same. */
    private static boolean ascend(List<TableRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).seq() >= rows.get(i).seq()) {
                return false;
            }
        }
        return true;
    }
}
