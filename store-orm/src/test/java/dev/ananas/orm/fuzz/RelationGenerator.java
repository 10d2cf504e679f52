package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import java.util.ArrayList;
import java.util.List;

/** Random relations between two entities of a schema, without and with rows between. */
final class RelationGenerator {
    private final Dice dice;
    private final List<EntityDraft> entities;
    private int names;

    RelationGenerator(Dice dice, List<EntityDraft> entities) {
        this.dice = dice;
        this.entities = entities;
    }

    String fresh(String name) {
        return name + names++;
    }

    static Kind joining(Kind kind) {
        return kind == Kind.TEXT ? Kind.TEXT : Kind.NUMBER;
    }

    static RelationShape direct(
            RelationKind kind, String name, EntityDraft related, List<String> foreign, List<String> local) {
        return new RelationShape(kind, name, List.of(related.name), foreign, local, null, null, null, null, null, null);
    }

    void has(EntityDraft owner, EntityDraft related) {
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
        owner.relations.add(direct(kind, fresh("has"), related, foreign, local));
        if (dice.may(Feature.BELONGS_TO, 2)) {
            related.relations.add(direct(RelationKind.BELONGS_TO, fresh("of"), owner, foreign, local));
        }
    }

    void belongsTo(EntityDraft owner, EntityDraft related) {
        List<String> ownerKey = localKey(related);
        List<String> foreign = new ArrayList<>();
        for (String key : ownerKey.isEmpty() ? related.key : ownerKey) {
            foreign.add(owner.add(fresh("fk"), joining(related.kind(key)), null));
        }
        owner.relations.add(direct(RelationKind.BELONGS_TO, fresh("of"), related, foreign, ownerKey));
        if (dice.may(Feature.HAS, 2)) {
            RelationKind kind = dice.oneIn(4) ? RelationKind.HAS_ONE : RelationKind.HAS_MANY;
            related.relations.add(direct(kind, fresh("has"), owner, foreign, ownerKey));
        }
    }

    /** Empty for the primary key, else {@code code}, alone or with {@code n}: not unique. */
    private List<String> localKey(EntityDraft draft) {
        if (!draft.has("code") || !dice.oneIn(2)) {
            return List.of();
        }
        return dice.may(Feature.COMPOSITE_KEYS, 3) ? List.of("code", "n") : List.of("code");
    }

    /** By a list of keys, which are numbers. */
    void byList(EntityDraft owner, EntityDraft related) {
        String end = related.has("code") && dice.oneIn(3) ? "code" : related.end();
        if (end == null || !related.kind(end).isNumeric()) {
            return;
        }
        String list = owner.add(fresh("ids"), Kind.TAGS, null);
        owner.relations.add(new RelationShape(
                RelationKind.HAS_MANY_BY,
                fresh("by"),
                List.of(related.name),
                List.of(list),
                List.of(),
                null,
                null,
                related.key.equals(List.of(end)) ? List.of() : List.of(end),
                null,
                null,
                null));
    }

    void through(EntityDraft owner, EntityDraft between, EntityDraft related) {
        boolean customOwner = owner.key.size() > 1 || owner.has("code") && dice.oneIn(3);
        boolean customBetween = between.key.size() > 1 || between.has("code") && dice.oneIn(3);
        if (customOwner && !owner.has("code") || customBetween && !between.has("code")) {
            return;
        }
        String local = customOwner ? "code" : owner.key.get(0);
        String secondLocal = customBetween ? "code" : between.key.get(0);
        String first = between.add(fresh("fk"), joining(owner.kind(local)), null);
        String second = related.add(fresh("fk"), joining(between.kind(secondLocal)), null);
        owner.relations.add(new RelationShape(
                RelationKind.HAS_MANY_THROUGH,
                fresh("thru"),
                List.of(related.name),
                List.of(first),
                customOwner ? List.of("code") : List.of(),
                between.name,
                customBetween ? List.of("code") : List.of(),
                List.of(second),
                null,
                null,
                null));
    }

    void manyToMany(EntityDraft owner, EntityDraft related) {
        boolean composite = dice.may(Feature.COMPOSITE_PIVOTS, 2);
        List<String> parentKey = pivotEnd(owner, composite);
        List<String> relatedKey = pivotEnd(related, composite);
        if (parentKey == null || relatedKey == null) {
            return;
        }
        EntityDraft pivot = new EntityDraft("p" + names++, true);
        List<String> near = ends(pivot, "near", owner, parentKey);
        List<String> far = ends(pivot, "far", related, relatedKey);
        List<String> ends = new ArrayList<>(dice.oneIn(2) ? near : far);
        ends.addAll(ends.equals(near) ? far : near);
        pivotKey(pivot, ends);
        SchemaGenerator.addAttributes(dice, pivot);
        entities.add(pivot);
        List<String> local = custom(owner, parentKey);
        List<String> other = custom(related, relatedKey);
        owner.relations.add(pivots(related, pivot, near, far, local, other));
        if (dice.oneIn(2)) {
            related.relations.add(pivots(owner, pivot, far, near, other, local));
        }
        if (dice.may(Feature.SHARED_PIVOTS, 3)) {
            share(owner, related, pivot, near, far, local, other);
        }
        if (dice.may(Feature.PIVOTS_AS_ENTITIES, 3)) {
            owner.relations.add(direct(RelationKind.HAS_MANY, fresh("links"), pivot, near, local));
            pivot.relations.add(direct(RelationKind.BELONGS_TO, fresh("of"), related, far, other));
        }
    }

    /** The attributes by which a pivot knows an entity; null if it cannot. */
    private List<String> pivotEnd(EntityDraft draft, boolean composite) {
        if (composite && draft.key.size() > 1) {
            return draft.key;
        }
        boolean custom = draft.key.size() > 1 || draft.has("code") && dice.oneIn(3);
        return custom ? draft.has("code") ? List.of("code") : null : draft.key;
    }

    private List<String> ends(EntityDraft pivot, String name, EntityDraft draft, List<String> key) {
        List<String> ends = new ArrayList<>();
        key.forEach(part -> ends.add(pivot.add(fresh(name), joining(draft.kind(part)), null)));
        return ends;
    }

    private static List<String> custom(EntityDraft draft, List<String> key) {
        return draft.key.equals(key) ? List.of() : key;
    }

    void pivotKey(EntityDraft pivot, List<String> ends) {
        if (dice.may(Feature.SURROGATE_PIVOTS, 2)) {
            pivot.key.add(pivot.add("id", Kind.UID, null));
            return;
        }
        pivot.key.addAll(ends);
        if (dice.may(Feature.SURROGATE_PIVOTS, 3)) {
            pivot.key.add(pivot.add("kind", Kind.NUMBER, 0));
        }
    }

    private RelationShape pivots(
            EntityDraft related,
            EntityDraft pivot,
            List<String> near,
            List<String> far,
            List<String> parentKey,
            List<String> relatedKey) {
        return new RelationShape(
                RelationKind.BELONGS_TO_MANY,
                fresh("via"),
                List.of(related.name),
                near,
                parentKey,
                pivot.name,
                far,
                relatedKey,
                null,
                dice.may(Feature.ACCESSORS, 3) ? fresh("as") : null,
                null);
    }

    /** A second relation through the same pivot: the same again, or one with a third end. */
    private void share(
            EntityDraft owner,
            EntityDraft related,
            EntityDraft pivot,
            List<String> near,
            List<String> far,
            List<String> parentKey,
            List<String> relatedKey) {
        if (dice.oneIn(2)) {
            owner.relations.add(pivots(related, pivot, near, far, parentKey, relatedKey));
            return;
        }
        EntityDraft third =
                dice.one(entities.stream().filter(draft -> !draft.isPivot).toList());
        String end = third.end();
        if (end != null) {
            String farther = pivot.add(fresh("third"), joining(third.kind(end)), null);
            owner.relations.add(pivots(third, pivot, near, List.of(farther), parentKey, custom(third, List.of(end))));
        }
    }
}
