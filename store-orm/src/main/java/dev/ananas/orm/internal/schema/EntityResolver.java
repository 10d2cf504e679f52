package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Inheritance;
import dev.ananas.orm.model.Names;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one table for each base entity with its cases, and one view of it for each of these entities. */
final class EntityResolver {
    private final SchemaCheck check;
    private final Map<String, EntityType<?>> declared = new LinkedHashMap<>();
    private final Map<String, EntityType<?>> complete = new HashMap<>();
    private final Map<String, EntitySchema> entities = new LinkedHashMap<>();

    EntityResolver(SchemaCheck check) {
        this.check = check;
    }

    /** The entities in the order of their declaration; their tables are added to the check. */
    Map<String, EntitySchema> resolve(List<EntityType<?>> types) {
        for (EntityType<?> type : types) {
            if (declared.putIfAbsent(type.name(), type) == null) {
                entities.put(type.name(), null);
            }
        }
        Set<String> seen = new HashSet<>();
        for (EntityType<?> type : types) {
            if (!seen.add(type.name())) {
                check.fault("Entity \"" + type.name() + "\" is declared twice; every entity needs a name of its own");
            } else if (isRoot(type)) {
                share(type);
            }
        }
        entities.values().removeIf(Objects::isNull);
        return entities;
    }

    /** Whether an entity has a table of its own; one with a faulty base gets one, so that it makes no further faults. */
    private boolean isRoot(EntityType<?> type) {
        String base = type.inheritance().base();
        if (base == null) {
            return true;
        }
        if (!declared.containsKey(base)) {
            check.fault(Names.unknown("entity", base, "the base of entity \"" + type.name() + "\"", declared.keySet()));
            return true;
        }
        if (rootOf(type) == null) {
            check.fault("Entity \"" + type.name() + "\" is a case of itself; one of its bases has to have a table");
            return true;
        }
        if (type.inheritance().discriminator() != null) {
            check.fault("Entity \"" + type.name() + "\" is a case of \"" + base
                    + "\" and cannot have a discriminator of its own; its cases use that of its base");
        }
        return false;
    }

    /** The entity with the table; null if bases go round in a circle. */
    private @Nullable EntityType<?> rootOf(EntityType<?> type) {
        Set<String> seen = new HashSet<>();
        EntityType<?> one = type;
        while (one.inheritance().base() != null
                && declared.containsKey(one.inheritance().base())) {
            if (!seen.add(one.name())) {
                return null;
            }
            one = Objects.requireNonNull(declared.get(one.inheritance().base()));
        }
        return one;
    }

    private EntityType<?> complete(EntityType<?> type) {
        EntityType<?> known = complete.get(type.name());
        if (known == null) {
            EntityType<?> base = declared.get(type.inheritance().base());
            known = base == null || rootOf(type) == null ? type : type.inheriting(complete(base));
            complete.put(type.name(), known);
        }
        return known;
    }

    private void share(EntityType<?> root) {
        List<EntityType<?>> members = new ArrayList<>();
        members.add(root);
        for (EntityType<?> type : declared.values()) {
            if (type != root && type.inheritance().base() != null && rootOf(type) == root) {
                members.add(type);
            }
        }
        List<Component> components = union(root, members);
        TableSchema table = check.table(root, components, models(root, members, components));
        for (EntityType<?> member : members) {
            entities.put(member.name(), view(member, members, table));
        }
    }

    /** The components of all members by name; the mark of the pivot, which rows without a class have, comes last. */
    private List<Component> union(EntityType<?> root, List<EntityType<?>> members) {
        Map<String, Component> union = new LinkedHashMap<>();
        for (EntityType<?> member : members) {
            checkInherited(member);
            for (Component component : complete(member).components()) {
                Component known = union.putIfAbsent(component.name(), component);
                if (known != null && !agree(known, component)) {
                    check.fault("Entity \"" + member.name() + "\" declares \"" + component.name()
                            + "\" otherwise than another case of \"" + root.name()
                            + "\"; cases share a table, so give it another name");
                }
            }
        }
        List<Component> components = new ArrayList<>(union.values());
        if (root.isDynamic()) {
            Component pivot = root.components().get(root.components().size() - 1);
            components.remove(pivot);
            components.add(pivot);
        }
        return components;
    }

    private void checkInherited(EntityType<?> member) {
        EntityType<?> base = declared.get(member.inheritance().base());
        if (base == null || rootOf(member) == null) {
            return;
        }
        for (Component own : member.components()) {
            Component inherited = complete(base).component(own.name());
            if (inherited instanceof Component.Attribute first
                    && (!(own instanceof Component.Attribute again) || !first.agreesWith(again))) {
                check.fault("Entity \"" + member.name() + "\" declares \"" + own.name()
                        + "\" again; an inherited attribute can have another default and nothing else");
            }
        }
    }

    private static boolean agree(Component one, Component other) {
        return one instanceof Component.Attribute first && other instanceof Component.Attribute second
                ? first.agreesWith(second)
                : one.equals(other);
    }

    private Models models(EntityType<?> root, List<EntityType<?>> members, List<Component> components) {
        Inheritance inheritance = root.inheritance();
        if (inheritance.discriminator() == null) {
            if (members.size() > 1) {
                check.fault(
                        "Entity \"" + root.name() + "\" has cases and no discriminator; call discriminator(...) on it");
            }
            return new EntityModels(root, components);
        }
        String where = "entity \"" + root.name() + "\", named by its discriminator";
        int discriminator = check.attribute(components, inheritance.discriminator(), where);
        if (discriminator < 0) {
            return new EntityModels(root, components);
        }
        Component.Attribute attribute = (Component.Attribute) components.get(discriminator);
        Map<Object, EntityCase> cases = new LinkedHashMap<>();
        for (EntityType<?> member : members) {
            Object value = value(member, attribute);
            if (member.isDynamic() != root.isDynamic()) {
                check.fault("Entity \"" + member.name() + "\" and its base \"" + root.name()
                        + "\" have to have both a class, or both none");
            } else if (value != null) {
                EntityCase other = cases.put(value, new EntityCase(complete(member), value, components));
                if (other != null) {
                    check.fault(
                            "Entities \"" + other.type().name() + "\" and \"" + member.name() + "\" are both the case "
                                    + CaseAccess.quoted(List.of(value)) + " of \"" + root.name()
                                    + "\"; every case needs a value of its own");
                }
            }
        }
        Object fallback = fallback(root, attribute, cases);
        return new CaseAccess(
                root.name(), attribute.name(), discriminator, root.isDynamic(), List.copyOf(cases.values()), fallback);
    }

    private @Nullable Object fallback(
            EntityType<?> root, Component.Attribute discriminator, Map<Object, EntityCase> cases) {
        Object fallback = discriminator.type().canonical(root.inheritance().fallback());
        if (fallback != null && !cases.containsKey(fallback)) {
            check.fault("The fallback of the discriminator of entity \"" + root.name()
                    + "\" is no case: expected one of " + CaseAccess.quoted(cases.keySet()) + ", found "
                    + CaseAccess.quoted(List.of(fallback)));
        }
        return fallback;
    }

    private @Nullable Object value(EntityType<?> member, Component.Attribute discriminator) {
        Object value = member.inheritance().value();
        if (value != null && !discriminator.type().accepts(value)) {
            check.fault("The discriminator value " + value + " of entity \"" + member.name()
                    + "\" does not fit attribute \""
                    + discriminator.name() + "\", which expects "
                    + discriminator.type().expected());
            return null;
        }
        return value == null ? null : discriminator.type().canonical(value);
    }

    private EntitySchema view(EntityType<?> entity, List<EntityType<?>> members, TableSchema table) {
        BitSet components = new BitSet();
        Map<String, List<Object>> relatives = new HashMap<>();
        for (EntityType<?> member : members) {
            boolean below = entity == members.get(0) || isOrIsBelow(member, entity);
            if (below) {
                complete(member).components().forEach(component -> components.set(table.ordinal(component.name())));
            }
            if (below || isOrIsBelow(entity, member)) {
                relatives.put(member.name(), values(member, members, table));
            }
        }
        return new EntitySchema(
                entity, table, components, values(entity, members, table), Collections.unmodifiableMap(relatives));
    }

    /** Values of the discriminator in the records of an entity, its own first; none if it has all records. */
    private List<Object> values(EntityType<?> entity, List<EntityType<?>> members, TableSchema table) {
        List<Object> values = new ArrayList<>();
        if (entity == members.get(0) || table.discriminator() < 0) {
            return values;
        }
        for (EntityType<?> member : members) {
            if (isOrIsBelow(member, entity)) {
                Object value = table.attribute(table.discriminator())
                        .type()
                        .canonical(member.inheritance().value());
                values.add(member == entity ? 0 : values.size(), Objects.requireNonNull(value));
            }
        }
        return List.copyOf(values);
    }

    private boolean isOrIsBelow(EntityType<?> type, EntityType<?> base) {
        EntityType<?> one = type;
        while (one != null && one != base) {
            one = declared.get(one.inheritance().base());
        }
        return one != null;
    }
}
