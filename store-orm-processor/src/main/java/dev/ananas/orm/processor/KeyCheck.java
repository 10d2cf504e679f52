package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether the keys that an annotation names exist and can be equal. */
final class KeyCheck {
    private final Types types;
    private final Problems problems;

    KeyCheck(EntityReader reader, Problems problems) {
        this.types = reader.types();
        this.problems = problems;
    }

    /** The message for a name that is no attribute. */
    static String unknown(String where, String name, EntityModel entity, Object shown) {
        ComponentModel other = entity.component(name);
        if (other != null) {
            return where + " names " + shown + "." + name + ", which is "
                    + (other instanceof RelationModel ? "a relation" : "a pivot") + " and no attribute; "
                    + Wording.instead(name, EntityCheck.attributeNames(entity));
        }
        return where + " names " + shown + "." + name + ", which does not exist; "
                + Wording.instead(name, EntityCheck.attributeNames(entity));
    }

    /** The attributes of an entity that a member names; null and a problem if it names none or one that does not exist. */
    @Nullable
    List<AttributeModel> attributes(Mark mark, String member, List<String> names, EntityModel entity) {
        List<AttributeModel> attributes = new ArrayList<>();
        if (names.isEmpty()) {
            problems.add(
                    mark.site(member),
                    mark.name() + "(" + member + ") names no attribute of " + entity.simpleName()
                            + "; write as many as the key at the other end has");
            return null;
        }
        for (String name : names) {
            AttributeModel attribute = entity.attribute(name);
            if (attribute == null) {
                problems.add(
                        mark.site(member),
                        unknown(mark.name() + "(" + member + ")", name, entity, entity.simpleName()));
                return null;
            }
            attributes.add(attribute);
        }
        return attributes;
    }

    /** As {@link #attributes}; no names are the primary key. */
    @Nullable
    List<AttributeModel> orKey(Mark mark, String member, List<String> names, EntityModel entity) {
        return names.isEmpty() ? entity.key() : attributes(mark, member, names, entity);
    }

    /**
     * Adds a problem unless both ends are equally many attributes whose values can be equal.
     *
     * @param member the member of the annotation to show it at
     */
    void join(
            Mark mark,
            String member,
            EntityModel left,
            @Nullable List<AttributeModel> leftKey,
            EntityModel right,
            @Nullable List<AttributeModel> rightKey) {
        if (leftKey == null || rightKey == null || leftKey.isEmpty() || rightKey.isEmpty()) {
            return;
        }
        if (leftKey.size() != rightKey.size()) {
            problems.add(
                    mark.site(member),
                    mark.name() + " joins keys of different lengths: " + names(left, leftKey) + " and "
                            + names(right, rightKey) + "; name as many attributes at both ends");
            return;
        }
        for (int i = 0; i < leftKey.size(); i++) {
            TypeMirror one = leftKey.get(i).value().boxed();
            TypeMirror other = rightKey.get(i).value().boxed();
            if (!canBeEqual(one, other)) {
                problems.add(
                        mark.site(member),
                        mark.name() + " joins keys of different types: " + name(left, leftKey.get(i)) + " is "
                                + Wording.a(one) + ", " + name(right, rightKey.get(i)) + " is " + Wording.a(other)
                                + "; give both the same type");
            }
        }
    }

    boolean canBeEqual(TypeMirror one, TypeMirror other) {
        TypeMirror first = types.erasure(one);
        TypeMirror second = types.erasure(other);
        return types.isSubtype(first, second) || types.isSubtype(second, first);
    }

    private static String names(EntityModel entity, List<AttributeModel> key) {
        return key.stream().map(attribute -> name(entity, attribute)).collect(Collectors.joining(", "));
    }

    static String name(EntityModel entity, AttributeModel attribute) {
        return entity.simpleName() + "." + attribute.name();
    }
}
