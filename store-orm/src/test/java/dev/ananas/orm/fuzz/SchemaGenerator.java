package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Random schemas of two to four entities, their pivots, and relations of every kind between them. */
final class SchemaGenerator {
    private final Dice dice;
    private final List<Draft> entities = new ArrayList<>();
    private int names;

    private SchemaGenerator(Dice dice) {
        this.dice = dice;
    }

    /** An entity that is not finished. */
    static final class Draft {
        final String name;
        final List<String> key = new ArrayList<>();
        final List<AttributeShape> attributes = new ArrayList<>();
        final List<RelationShape> relations = new ArrayList<>();

        Draft(String name) {
            this.name = name;
        }

        Kind kind(String attribute) {
            return attributes.stream()
                    .filter(one -> one.name().equals(attribute))
                    .findFirst()
                    .orElseThrow()
                    .kind();
        }

        String add(String attribute, Kind kind, Object standard) {
            attributes.add(new AttributeShape(attribute, kind, standard));
            return attribute;
        }

        boolean has(String attribute) {
            return attributes.stream().anyMatch(one -> one.name().equals(attribute));
        }
    }

    static SchemaShape generate(Dice dice) {
        SchemaGenerator generator = new SchemaGenerator(dice);
        for (int n = dice.between(1, 3); n >= 0; n--) {
            generator.addEntity();
        }
        List<Draft> ordinary = List.copyOf(generator.entities);
        for (int n = dice.between(2, 5); n > 0; n--) {
            generator.addRelation(ordinary);
        }
        return new SchemaShape(generator.entities.stream()
                .map(draft -> new EntityShape(draft.name, draft.key, draft.attributes, draft.relations))
                .toList());
    }

    private void addEntity() {
        Draft draft = new Draft(String.valueOf((char) ('a' + entities.size())) + "s");
        if (dice.may(Feature.COMPOSITE_KEYS, 4)) {
            draft.key.add(draft.add("x", Kind.NUMBER, null));
            draft.key.add(draft.add("y", dice.may(Feature.TEXT_KEYS, 2) ? Kind.TEXT : Kind.ANY, null));
        } else {
            draft.key.add(draft.add("id", dice.may(Feature.TEXT_KEYS, 4) ? Kind.TEXT : anyNumber(), null));
        }
        addAttributes(draft);
        if (dice.may(Feature.CUSTOM_KEYS, 2)) {
            draft.add("code", Kind.NUMBER, null);
        }
        entities.add(draft);
    }

    private Kind anyNumber() {
        return dice.oneIn(2) ? Kind.NUMBER : Kind.ANY;
    }

    private void addAttributes(Draft draft) {
        draft.add("n", anyNumber(), dice.oneIn(2) ? 0 : null);
        if (dice.oneIn(2)) {
            draft.add("s", Kind.TEXT, dice.oneIn(2) ? "" : null);
        }
        if (dice.oneIn(3)) {
            draft.add("f", Kind.BOOL, dice.one(true, false, null));
        }
        if (dice.oneIn(5)) {
            draft.add("tags", Kind.TAGS, dice.oneIn(2) ? List.of(1) : null);
        }
    }

    private void addRelation(List<Draft> ordinary) {
        Draft owner = dice.one(ordinary);
        Draft related = dice.may(Feature.SELF_RELATIONS, 4) ? owner : dice.one(ordinary);
        switch (dice.below(5)) {
            case 0 -> {
                if (dice.may(Feature.HAS)) {
                    has(owner, related);
                }
            }
            case 1, 2 -> {
                if (dice.may(Feature.BELONGS_TO)) {
                    belongsTo(owner, related);
                    if (dice.oneIn(3)) {
                        belongsTo(owner, related);
                    }
                }
            }
            default -> {
                if (dice.may(Feature.PIVOTS)) {
                    manyToMany(owner, related);
                }
            }
        }
    }

    private void has(Draft owner, Draft related) {
        List<String> local = localKey(owner);
        List<String> keys = local.isEmpty() ? owner.key : local;
        List<String> foreign = new ArrayList<>();
        boolean owned = keys.size() == 1
                && related.key.size() == 2
                && related.kind(related.key.get(0)).isNumeric()
                        == owner.kind(keys.get(0)).isNumeric()
                && dice.oneIn(2);
        if (owned) {
            foreign.add(related.key.get(0));
        } else {
            keys.forEach(key -> foreign.add(related.add(fresh("fk"), joining(owner.kind(key)), null)));
        }
        RelationKind kind = dice.oneIn(3) ? RelationKind.HAS_ONE : RelationKind.HAS_MANY;
        owner.relations.add(
                new RelationShape(kind, fresh("has"), related.name, foreign, local, null, null, null, null));
        if (dice.may(Feature.BELONGS_TO, 2)) {
            related.relations.add(new RelationShape(
                    RelationKind.BELONGS_TO, fresh("of"), owner.name, foreign, local, null, null, null, null));
        }
    }

    private void belongsTo(Draft owner, Draft related) {
        List<String> ownerKey = localKey(related);
        List<String> foreign = new ArrayList<>();
        for (String key : ownerKey.isEmpty() ? related.key : ownerKey) {
            foreign.add(owner.add(fresh("fk"), joining(related.kind(key)), null));
        }
        owner.relations.add(new RelationShape(
                RelationKind.BELONGS_TO, fresh("of"), related.name, foreign, ownerKey, null, null, null, null));
        if (dice.may(Feature.HAS, 2)) {
            RelationKind kind = dice.oneIn(4) ? RelationKind.HAS_ONE : RelationKind.HAS_MANY;
            related.relations.add(
                    new RelationShape(kind, fresh("has"), owner.name, foreign, ownerKey, null, null, null, null));
        }
    }

    /** Empty for the primary key, else {@code code}, alone or with {@code n}: not unique. */
    private List<String> localKey(Draft draft) {
        if (!draft.has("code") || !dice.oneIn(2)) {
            return List.of();
        }
        return dice.may(Feature.COMPOSITE_KEYS, 3) ? List.of("code", "n") : List.of("code");
    }

    private void manyToMany(Draft owner, Draft related) {
        if (end(owner) == null || end(related) == null) {
            return;
        }
        boolean customOwner = owner.key.size() > 1 || owner.has("code") && dice.oneIn(3);
        boolean customRelated = related.key.size() > 1 || related.has("code") && dice.oneIn(3);
        String parentKey = customOwner ? "code" : null;
        String relatedKey = customRelated ? "code" : null;
        Draft pivot = new Draft("p" + names++);
        String near = pivot.add(fresh("near"), joining(owner.kind(customOwner ? "code" : owner.key.get(0))), null);
        String far = pivot.add(fresh("far"), joining(related.kind(customRelated ? "code" : related.key.get(0))), null);
        pivotKey(pivot, near, far);
        addAttributes(pivot);
        entities.add(pivot);
        owner.relations.add(through(related, pivot, near, far, parentKey, relatedKey));
        if (dice.oneIn(2)) {
            related.relations.add(through(owner, pivot, far, near, relatedKey, parentKey));
        }
        if (dice.may(Feature.SHARED_PIVOTS, 3)) {
            share(owner, related, pivot, near, far, parentKey, relatedKey);
        }
        if (dice.may(Feature.PIVOTS_AS_ENTITIES, 3)) {
            asEntity(owner, related, pivot, near, far, parentKey, relatedKey);
        }
    }

    /** What a pivot may refer to an entity by: its key if it has one attribute, else its code; null if neither. */
    private static String end(Draft draft) {
        return draft.key.size() == 1 ? draft.key.get(0) : draft.has("code") ? "code" : null;
    }

    private void pivotKey(Draft pivot, String near, String far) {
        if (dice.may(Feature.SURROGATE_PIVOTS, 2)) {
            pivot.key.add(pivot.add("id", Kind.UID, null));
            return;
        }
        pivot.key.addAll(dice.oneIn(2) ? List.of(near, far) : List.of(far, near));
        if (dice.may(Feature.SURROGATE_PIVOTS, 3)) {
            pivot.key.add(pivot.add("kind", Kind.NUMBER, 0));
        }
    }

    private RelationShape through(
            Draft related, Draft pivot, String near, String far, String parentKey, String relatedKey) {
        return new RelationShape(
                RelationKind.BELONGS_TO_MANY,
                fresh("via"),
                related.name,
                List.of(near),
                parentKey == null ? List.of() : List.of(parentKey),
                pivot.name,
                far,
                relatedKey,
                dice.may(Feature.ACCESSORS, 3) ? fresh("as") : null);
    }

    /** A second relation through the same pivot: the same again, or one with a third end. */
    private void share(
            Draft owner, Draft related, Draft pivot, String near, String far, String parentKey, String relatedKey) {
        if (dice.oneIn(2)) {
            owner.relations.add(through(related, pivot, near, far, parentKey, relatedKey));
            return;
        }
        Draft third = dice.one(entities.stream()
                .filter(draft -> draft.name.length() == 2 && draft.name.endsWith("s"))
                .toList());
        String end = end(third);
        if (end != null) {
            String farther = pivot.add(fresh("third"), joining(third.kind(end)), null);
            owner.relations.add(through(third, pivot, near, farther, parentKey, end.equals("code") ? "code" : null));
        }
    }

    private void asEntity(
            Draft owner, Draft related, Draft pivot, String near, String far, String parentKey, String relatedKey) {
        owner.relations.add(new RelationShape(
                RelationKind.HAS_MANY,
                fresh("links"),
                pivot.name,
                List.of(near),
                list(parentKey),
                null,
                null,
                null,
                null));
        pivot.relations.add(new RelationShape(
                RelationKind.BELONGS_TO,
                fresh("of"),
                related.name,
                List.of(far),
                list(relatedKey),
                null,
                null,
                null,
                null));
    }

    private static List<String> list(String one) {
        return one == null ? List.of() : List.of(one);
    }

    private static Kind joining(Kind kind) {
        return Objects.requireNonNull(kind) == Kind.TEXT ? Kind.TEXT : Kind.NUMBER;
    }

    private String fresh(String name) {
        return name + names++;
    }
}
