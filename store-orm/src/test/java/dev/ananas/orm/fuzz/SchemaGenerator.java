package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Random schemas of two to four entities, their pivots, and relations of every kind between them. */
final class SchemaGenerator {
    private final Dice dice;
    private final List<EntityDraft> entities = new ArrayList<>();
    private final RelationGenerator relations;
    private final MorphGenerator morphs;

    private SchemaGenerator(Dice dice) {
        this.dice = dice;
        this.relations = new RelationGenerator(dice, entities);
        this.morphs = new MorphGenerator(dice, entities, relations);
    }

    static SchemaShape generate(Dice dice) {
        SchemaGenerator generator = new SchemaGenerator(dice);
        for (int n = dice.between(1, 3); n >= 0; n--) {
            generator.addEntity();
        }
        List<EntityDraft> ordinary = List.copyOf(generator.entities);
        for (int n = dice.between(2, 5); n > 0; n--) {
            generator.addRelation(ordinary);
        }
        if (dice.may(Feature.CASES, 4)) {
            generator.addCases(dice.one(ordinary), ordinary);
        }
        new SchemaDetails(dice, generator.entities).add();
        return new SchemaShape(
                generator.entities.stream().map(EntityDraft::shape).toList());
    }

    private void addEntity() {
        EntityDraft draft = new EntityDraft((char) ('a' + entities.size()) + "s", false);
        if (dice.may(Feature.COMPOSITE_KEYS, 4)) {
            draft.key.add(draft.add("x", Kind.NUMBER, null));
            draft.key.add(draft.add("y", dice.may(Feature.TEXT_KEYS, 2) ? Kind.TEXT : Kind.ANY, null));
        } else {
            draft.key.add(draft.add("id", dice.may(Feature.TEXT_KEYS, 4) ? Kind.TEXT : anyNumber(dice), null));
        }
        addAttributes(dice, draft);
        if (dice.may(Feature.CUSTOM_KEYS, 2)) {
            draft.add("code", Kind.NUMBER, null);
        }
        entities.add(draft);
    }

    private static Kind anyNumber(Dice dice) {
        return dice.oneIn(2) ? Kind.NUMBER : Kind.ANY;
    }

    static void addAttributes(Dice dice, EntityDraft draft) {
        draft.add("n", anyNumber(dice), dice.oneIn(2) ? 0 : null);
        if (dice.oneIn(2)) {
            draft.add("s", Kind.TEXT, dice.oneIn(2) ? "" : null);
        }
        if (dice.oneIn(3)) {
            draft.add("f", Kind.BOOL, dice.one(true, false, null));
        }
        if (dice.may(Feature.GENERATED_ATTRIBUTES, 5)) {
            draft.add("token", Kind.UID, null);
        }
        if (dice.may(Feature.TIMESTAMPS, 4)) {
            draft.add(dice.one(QueryShape.META, "times"), Kind.TIMES, null);
        }
        if (dice.oneIn(5)) {
            draft.add("tags", Kind.TAGS, dice.oneIn(2) ? List.of(1) : null);
        }
    }

    private void addRelation(List<EntityDraft> ordinary) {
        EntityDraft owner = dice.one(ordinary);
        EntityDraft related = dice.may(Feature.SELF_RELATIONS, 4) ? owner : dice.one(ordinary);
        switch (dice.below(10)) {
            case 0 -> {
                if (dice.may(Feature.HAS)) {
                    relations.has(owner, related);
                }
            }
            case 1, 2 -> {
                if (dice.may(Feature.BELONGS_TO)) {
                    relations.belongsTo(owner, related);
                    if (dice.oneIn(3)) {
                        relations.belongsTo(owner, related);
                    }
                }
            }
            case 3 -> {
                if (dice.may(Feature.KEY_LISTS)) {
                    relations.byList(owner, related);
                }
            }
            case 4 -> {
                if (dice.may(Feature.THROUGH)) {
                    relations.through(owner, dice.one(ordinary), related);
                }
            }
            case 5 -> {
                if (dice.may(Feature.MORPHS)) {
                    morphs.morph(related, ordinary);
                }
            }
            case 6 -> {
                if (dice.may(Feature.MORPH_PIVOTS)) {
                    morphs.morphPivot(related, ordinary);
                }
            }
            default -> {
                if (dice.may(Feature.PIVOTS)) {
                    relations.manyToMany(owner, related);
                }
            }
        }
    }

    /** Two or three cases of an entity, one of them maybe a case of another one, with attributes and relations of their own. */
    private void addCases(EntityDraft base, List<EntityDraft> ordinary) {
        base.discriminator = base.add("case", Kind.TEXT, "A");
        base.value = "A";
        EntityDraft before = base;
        for (String value : dice.oneIn(2) ? List.of("B", "C") : List.of("B", "C", "D")) {
            EntityDraft one = new EntityDraft(base.name + value, false);
            one.base = dice.oneIn(3) ? before : base;
            one.value = value;
            one.key.addAll(base.key);
            one.add("own" + value, anyNumber(dice), dice.oneIn(2) ? 3 : null);
            entities.add(one);
            EntityDraft other = dice.one(ordinary);
            if (dice.may(Feature.HAS, 2)) {
                relations.has(dice.oneIn(2) ? one : other, dice.oneIn(2) ? one : dice.one(ordinary));
            }
            if (dice.may(Feature.BELONGS_TO, 2)) {
                relations.belongsTo(dice.oneIn(2) ? one : other, dice.oneIn(2) ? one : dice.one(ordinary));
            }
            before = one;
        }
    }

    /** Attributes whose values no key and no relation reads. */
    static boolean isFree(AttributeShape attribute) {
        return Set.of("n", "s", "f", "tags").contains(attribute.name());
    }
}
