package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Values;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The stored form of the models of one table: attributes as they are, relations not loaded, no pivot. */
final class Template {
    private final TableSchema table;

    Template(TableSchema table) {
        this.table = table;
    }

    /** Whether a model was read without some of its attributes. */
    static boolean leavesOut(TableSchema table, Object model) {
        if (table.type().isDynamic()) {
            for (int i = 0; i < table.components().size(); i++) {
                if (Component.Attribute.isLeftOut(table.get(model, i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a model can be stored as it is, apart from parts of its key that are missing. */
    boolean fits(Object model) {
        for (int slot : table.unloaded().slots()) {
            Object value = table.get(model, slot);
            boolean empty = value instanceof ToMany<?> many
                    ? !many.isLoaded() && !many.isCounted()
                    : value instanceof ToOne<?> one
                            ? !one.isLoaded()
                            : value == null && (table.unloaded().value(slot) == null || !table.has(model, slot));
            if (!empty) {
                return false;
            }
        }
        for (int column : table.numbered()) {
            if (table.get(model, column) == null) {
                return false;
            }
        }
        return !table.convertsInput()
                && !leavesOut(table, model)
                && table.refusedNull(column -> table.get(model, column)) < 0;
    }

    /** Whether no part of the key of a model that fits is missing; what takes no null has a value then. */
    boolean hasKey(Object model) {
        for (int column : table.key()) {
            if (!table.attribute(column).notNull() && table.get(model, column) == null) {
                return false;
            }
        }
        return true;
    }

    /** Components of a record that nothing was given for. */
    @Nullable
    Object[] defaults() {
        return defaults(column -> null);
    }

    /** Components of a record before anything is laid over them; what is given may tell its case. */
    @Nullable
    Object[] defaults(IntFunction<@Nullable Object> given) {
        @Nullable Object[] components = table.unloaded().components();
        int discriminator = table.discriminator();
        Object value = discriminator < 0 ? null : given.apply(discriminator);
        if (discriminator >= 0 && value == null) {
            Component.Attribute attribute = table.attribute(discriminator);
            value = stored(attribute, attribute.defaultValue().get());
        }
        for (int i = 0; i < components.length; i++) {
            if (table.component(i, value) instanceof Component.Attribute attribute) {
                components[i] = stored(attribute, attribute.defaultValue().get());
            }
        }
        if (discriminator >= 0) {
            components[discriminator] = value;
        }
        return components;
    }

    /** Components of a stored model before anything is laid over them; what another case adds to it starts from defaults. */
    @Nullable
    Object[] over(Object stored, IntFunction<@Nullable Object> given) {
        int discriminator = table.discriminator();
        Object value = discriminator < 0 ? null : given.apply(discriminator);
        if (value == null || value.equals(table.get(stored, discriminator))) {
            return of(stored);
        }
        @Nullable Object[] components = defaults(given);
        for (int i = 0; i < components.length; i++) {
            if (i != discriminator
                    && table.components().get(i) instanceof Component.Attribute
                    && table.has(stored, i)) {
                components[i] = table.get(stored, i);
            }
        }
        return components;
    }

    /**
     * Gives a record in the making that becomes another case the defaults of what that case adds. What was given for the record,
     * or is stored of it, stays.
     */
    void become(Pending record, @Nullable Object value) {
        Object before = record.components[table.discriminator()];
        if (value == null || value.equals(before)) {
            return;
        }
        for (int i = 0; i < record.components.length; i++) {
            boolean known = record.given[i]
                    || record.stored != null && table.has(record.stored, i)
                    || table.component(i, before) instanceof Component.Attribute;
            if (!known && table.component(i, value) instanceof Component.Attribute attribute) {
                record.components[i] =
                        stored(attribute, attribute.defaultValue().get());
            }
        }
    }

    private @Nullable Object stored(Component.Attribute attribute, @Nullable Object value) {
        if (!attribute.convertsInput()) {
            return attribute.type().canonical(value);
        }
        Object stored = Values.stored(attribute, value);
        if (stored == Values.MISFIT) {
            throw new DataException("The default of attribute \"" + table.name() + "." + attribute.name() + "\" is "
                    + value + ", expected " + attribute.expected());
        }
        return stored;
    }

    /** Components of a model in stored form. */
    @Nullable
    Object[] of(Object model) {
        @Nullable Object[] components = table.components(model);
        for (int slot : table.unloaded().slots()) {
            components[slot] = table.unloaded().value(slot);
        }
        return components;
    }

    @Override
    public String toString() {
        return "Template(" + Objects.toString(table) + ")";
    }
}
