package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.HookShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An entity of a schema that is not finished. */
final class EntityDraft {
    final String name;
    final boolean isPivot;
    final List<String> key = new ArrayList<>();
    final List<AttributeShape> attributes = new ArrayList<>();
    final List<RelationShape> relations = new ArrayList<>();
    final List<HookShape> hooks = new ArrayList<>();
    final List<List<String>> unique = new ArrayList<>();
    final List<List<String>> sorted = new ArrayList<>();
    String discriminator;
    EntityDraft base;
    String value;

    EntityDraft(String name, boolean isPivot) {
        this.name = name;
        this.isPivot = isPivot;
    }

    Kind kind(String attribute) {
        return attribute(attribute).kind();
    }

    AttributeShape attribute(String attribute) {
        return attributes.stream()
                .filter(one -> one.name().equals(attribute))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(base).attribute(attribute));
    }

    String add(String attribute, Kind kind, Object standard) {
        attributes.add(new AttributeShape(attribute, kind, standard, List.of()));
        return attribute;
    }

    boolean has(String attribute) {
        return attributes.stream().anyMatch(one -> one.name().equals(attribute)) || base != null && base.has(attribute);
    }

    /** What single attribute may refer to it: its key if that is one attribute, else its code; null if neither. */
    String end() {
        return key.size() == 1 ? key.get(0) : has("code") ? "code" : null;
    }

    EntityShape shape() {
        List<AttributeShape> all = new ArrayList<>();
        List<RelationShape> related = new ArrayList<>();
        if (base != null) {
            EntityShape inherited = base.shape();
            all.addAll(inherited.attributes());
            related.addAll(inherited.relations());
        }
        all.addAll(attributes);
        related.addAll(relations);
        String column = base == null ? discriminator : null;
        String parent = base == null ? null : base.name;
        return new EntityShape(name, key, all, related, hooks, unique, sorted, column, parent, value);
    }
}
