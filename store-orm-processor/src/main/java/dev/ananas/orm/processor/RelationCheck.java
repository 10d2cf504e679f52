package dev.ananas.orm.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One relation against the entities it leads to: the names it gives exist there and both ends of each key can be equal. */
final class RelationCheck {
    private final EntityModel entity;
    private final RelationModel relation;
    private final Mark mark;
    private final EntityReader reader;
    private final KeyCheck keys;
    private final Problems problems;

    RelationCheck(EntityModel entity, RelationModel relation, EntityReader reader, KeyCheck keys, Problems problems) {
        this.entity = entity;
        this.relation = relation;
        this.mark = relation.mark();
        this.reader = reader;
        this.keys = keys;
        this.problems = problems;
    }

    void check() {
        EntityModel related = reader.entity(relation.related().element());
        if (related == null) {
            return;
        }
        if (relation instanceof RelationModel.Has has) {
            keys.join(
                    mark,
                    "foreignKey",
                    related,
                    keys.attributes(mark, "foreignKey", has.foreignKey(), related),
                    entity,
                    keys.orKey(mark, "localKey", has.localKey(), entity));
        } else if (relation instanceof RelationModel.BelongsTo to) {
            keys.join(
                    mark,
                    "foreignKey",
                    entity,
                    keys.attributes(mark, "foreignKey", to.foreignKey(), entity),
                    related,
                    keys.orKey(mark, "ownerKey", to.ownerKey(), related));
        } else if (relation instanceof RelationModel.HasManyBy by) {
            hasManyBy(by, related);
        } else if (relation instanceof RelationModel.HasManyThrough through) {
            hasManyThrough(through, related);
        } else if (relation instanceof RelationModel.MorphHas has) {
            morph(related, has.morphId(), has.morphType(), entity, "localKey", has.localKey());
        } else if (relation instanceof RelationModel.MorphTo to) {
            morphTo(to);
        } else if (relation instanceof RelationModel.ThroughPivot through) {
            new PivotCheck(entity, through, reader, keys, problems).check(related);
        }
    }

    private void hasManyBy(RelationModel.HasManyBy by, EntityModel related) {
        List<AttributeModel> list = keys.attributes(mark, "foreignKey", List.of(by.foreignKey()), entity);
        List<AttributeModel> owner = single("ownerKey", by.ownerKey(), related);
        if (list == null || owner == null || owner.isEmpty()) {
            return;
        }
        TypeMirror type = list.get(0).value().boxed();
        TypeMirror key = owner.get(0).value().boxed();
        TypeMirror element = reader.values().argument(type, 0);
        if (!reader.values().isListOfKeys(type) || element == null || !keys.canBeEqual(element, key)) {
            problems.add(
                    mark.site("foreignKey"),
                    mark.name() + " needs a list of keys of " + related.simpleName() + ", and "
                            + KeyCheck.name(entity, list.get(0)) + " is " + Wording.a(type) + "; declare it as List<"
                            + Wording.simple(key) + "> " + by.foreignKey());
        }
    }

    private void hasManyThrough(RelationModel.HasManyThrough relation, EntityModel related) {
        EntityModel through = reader.entity(relation.through().element());
        if (through == null) {
            return;
        }
        keys.join(
                mark,
                "firstKey",
                through,
                keys.attributes(mark, "firstKey", List.of(relation.firstKey()), through),
                entity,
                single("localKey", relation.localKey(), entity));
        keys.join(
                mark,
                "secondKey",
                related,
                keys.attributes(mark, "secondKey", List.of(relation.secondKey()), related),
                through,
                single("secondLocalKey", relation.secondLocalKey(), through));
    }

    private void morphTo(RelationModel.MorphTo to) {
        for (ComponentModel.Entity target : relation.targets()) {
            EntityModel related = reader.entity(target.element());
            if (related != null) {
                morph(entity, to.morphId(), to.morphType(), related, "ownerKey", to.ownerKey());
            }
        }
    }

    /** The holder refers to the other end by the key and the name of its entity. */
    private void morph(
            EntityModel holder, String id, String type, EntityModel end, String member, @Nullable String key) {
        keys.join(
                mark,
                "morphId",
                holder,
                keys.attributes(mark, "morphId", List.of(id), holder),
                end,
                single(member, key, end));
        List<AttributeModel> name = keys.attributes(mark, "morphType", List.of(type), holder);
        if (name != null && name.get(0).value().kind() != ValueModel.Kind.TEXT) {
            problems.add(mark.site("morphType"), notText(mark, holder, name.get(0)));
        }
    }

    static String notText(Mark mark, EntityModel holder, AttributeModel attribute) {
        return mark.name() + " keeps the name of an entity in " + KeyCheck.name(holder, attribute) + ", which is "
                + Wording.a(attribute.value().boxed()) + "; declare it as String " + attribute.name();
    }

    /** A key of one attribute: as named, or the primary key if it is one. */
    private @Nullable List<AttributeModel> single(String member, @Nullable String name, EntityModel owner) {
        if (name != null) {
            return keys.attributes(mark, member, List.of(name), owner);
        }
        if (owner.key().size() > 1) {
            problems.add(
                    mark.site(),
                    mark.name() + " needs one attribute of " + owner.simpleName()
                            + ", whose primary key is composite; name one: " + member + " = \""
                            + owner.key().get(0).name() + "\"");
            return null;
        }
        return owner.key();
    }
}
