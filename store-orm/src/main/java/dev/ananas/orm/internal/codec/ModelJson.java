package dev.ananas.orm.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.NamedPivot;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A model as a JSON tree, read through its entity type: attributes, loaded relations, pivot. Reads back as what it was. */
public final class ModelJson {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private ModelJson() {}

    /** The tree of a model of a table. */
    public static ObjectNode tree(TableSchema table, Object model) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < table.components().size(); i++) {
            Component component = table.components().get(i);
            Object value = table.get(model, i);
            if (!table.has(model, i) || Component.Attribute.isLeftOut(value)) {
                continue;
            }
            if (component instanceof Component.Attribute) {
                tree.set(component.name(), value(value));
            } else if (value != null && !table.relations(i).isEmpty()) {
                relation(tree, table.relations(i), value);
            }
        }
        return tree;
    }

    private static void relation(ObjectNode tree, List<RelationSchema> relations, Object related) {
        String name = relations.get(0).name();
        if (related instanceof ToMany<?> many && many.isLoaded()) {
            ArrayNode list = tree.putArray(name);
            many.forEach(model -> list.add(model(relations, model)));
        } else if (related instanceof ToOne<?> one && one.isLoaded()) {
            Object model = one.orElse(null);
            tree.set(name, model == null ? JsonNodeFactory.instance.nullNode() : model(relations, model));
        }
    }

    private static ObjectNode model(List<RelationSchema> relations, Object model) {
        for (RelationSchema relation : relations) {
            if (relation.far().isModel(model)) {
                ObjectNode tree = tree(relation.related(), model);
                pivotOf(relation, tree, model);
                return tree;
            }
        }
        throw new IllegalArgumentException("Relation \"" + relations.get(0) + "\" does not lead to " + model);
    }

    /** The pivot of a model that was reached through a relation, under the name by which data gives it back. */
    private static void pivotOf(RelationSchema relation, ObjectNode tree, Object model) {
        RelationSchema.Link link = relation.link();
        if (link != null && link.slot() >= 0) {
            Object slot = relation.related().get(model, link.slot());
            Object pivot = slot instanceof NamedPivot named ? named.pivot() : slot;
            if (pivot != null) {
                tree.set(link.as(), tree(link.table(), pivot));
            }
        }
    }

    private static JsonNode value(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Instant instant
                && instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
            return nodes.textNode(MILLISECONDS.format(instant));
        }
        if (value instanceof Temporal
                || value instanceof TemporalAmount
                || value instanceof Enum
                || value instanceof UUID) {
            return nodes.textNode(value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        if (value instanceof Iterable<?> elements) {
            ArrayNode list = nodes.arrayNode();
            elements.forEach(element -> list.add(value(element)));
            return list;
        }
        if (value instanceof Map<?, ?> members) {
            ObjectNode object = nodes.objectNode();
            members.forEach((name, member) -> object.set(String.valueOf(name), value(member)));
            return object;
        }
        return value == null ? nodes.nullNode() : Json.tree(value);
    }
}
