package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.Effect;
import dev.ananas.orm.fuzz.SchemaShape.Event;
import dev.ananas.orm.fuzz.SchemaShape.HookShape;
import dev.ananas.orm.fuzz.SchemaShape.RelationKind;
import dev.ananas.orm.fuzz.SchemaShape.RelationShape;
import dev.ananas.orm.model.OnDelete;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a schema says besides attributes and relations: traits, referential actions, hooks and uniqueness. */
final class SchemaDetails {
    private final Dice dice;
    private final List<EntityDraft> entities;
    private final Map<List<Object>, OnDelete> actions = new HashMap<>();

    SchemaDetails(Dice dice, List<EntityDraft> entities) {
        this.dice = dice;
        this.entities = entities;
    }

    void add() {
        boolean hides = dice.may(Feature.HIDDEN, 3);
        boolean converts = dice.may(Feature.CONVERSIONS, 3);
        boolean acts = dice.may(Feature.ON_DELETE, 3);
        boolean hooks = dice.may(Feature.HOOKS, 4);
        boolean unique = dice.may(Feature.UNIQUE, 6);
        boolean sorts = dice.may(Feature.SORTED_INDEXES, 2);
        for (EntityDraft draft : entities) {
            draft.attributes.replaceAll(
                    attribute -> SchemaGenerator.isFree(attribute) ? traits(attribute, hides, converts) : attribute);
            if (acts) {
                draft.relations.replaceAll(relation -> dice.oneIn(2) ? acting(draft, relation) : relation);
            }
            if (hooks && draft.has("n") && dice.oneIn(2)) {
                draft.hooks.addAll(dice.some(1, 2, () -> hook(draft)));
            }
            if (sorts) {
                draft.sorted.addAll(dice.some(0, 2, () -> sorted(draft)));
            }
            if (unique && dice.oneIn(2)) {
                String attribute = dice.one("n", "s", "code");
                draft.unique.addAll(draft.has(attribute) ? List.of(List.of(attribute)) : List.of());
            }
        }
    }

    /** One or two attributes whose values have an order. */
    private List<String> sorted(EntityDraft draft) {
        List<String> names = draft.shape().attributes().stream()
                .filter(attribute -> attribute.kind().isPlain())
                .map(AttributeShape::name)
                .toList();
        return dice.some(1, 2, () -> dice.one(names)).stream().distinct().toList();
    }

    private AttributeShape traits(AttributeShape attribute, boolean hides, boolean converts) {
        List<Trait> traits = new ArrayList<>();
        if (hides && dice.oneIn(3)) {
            traits.add(Trait.HIDDEN);
        }
        if (converts && attribute.kind() == Kind.TEXT && dice.oneIn(2)) {
            traits.add(dice.one(Trait.SHOUTS, Trait.CUTS, Trait.CAST_TEXT));
        } else if (converts && attribute.kind() == Kind.NUMBER && dice.oneIn(2)) {
            traits.add(dice.one(Trait.CAST_NUMBER, Trait.ADDS));
        }
        return attribute.with(traits);
    }

    /** Relations that are about the same references have the same action. */
    private RelationShape acting(EntityDraft draft, RelationShape relation) {
        if (relation.ownsKey() || relation.ordersByLink()) {
            return relation;
        }
        String far = relation.isThroughPivot() ? relation.pivot() : relation.related();
        List<Object> references =
                new ArrayList<>(List.of(table(draft.name), table(far), relation.foreignKey(), relation.localKey()));
        references.add(relation.morphType() == null ? "" : relation.morphType() + typeOf(draft, relation));
        OnDelete action = actions.computeIfAbsent(references, any -> action(relation));
        if (relation.isThroughPivot()) {
            return action == OnDelete.SET_NULL ? relation : relation.with(action);
        }
        return relation.with(action == OnDelete.DETACH ? OnDelete.CASCADE : action);
    }

    /** The entity whose table an entity is stored in: relations of a case and of its base may be about the same references. */
    private String table(String entity) {
        for (EntityDraft draft : entities) {
            if (draft.name.equals(entity)) {
                return draft.base == null ? entity : table(draft.base.name);
            }
        }
        throw new IllegalStateException("no entity " + entity);
    }

    private static String typeOf(EntityDraft draft, RelationShape relation) {
        return relation.kind() == RelationKind.MORPHED_BY_MANY ? relation.related() : draft.name;
    }

    private OnDelete action(RelationShape relation) {
        if (relation.isThroughPivot()) {
            return dice.one(OnDelete.CASCADE, OnDelete.DETACH, OnDelete.DETACH, OnDelete.RESTRICT);
        }
        EntityDraft related = entities.stream()
                .filter(one -> one.name.equals(relation.related()))
                .findFirst()
                .orElseThrow();
        List<String> columns = new ArrayList<>(relation.foreignKey());
        columns.add(relation.morphType());
        return Collections.disjoint(columns, related.key)
                ? dice.one(OnDelete.CASCADE, OnDelete.SET_NULL, OnDelete.RESTRICT)
                : dice.one(OnDelete.CASCADE, OnDelete.RESTRICT);
    }

    private HookShape hook(EntityDraft draft) {
        Effect effect = dice.one(Effect.VETO, Effect.VETO, Effect.PATCH, Effect.PATCH, Effect.THROW);
        Event event = dice.one(Event.values());
        double number = draft.isPivot ? dice.below(2) : dice.below(5);
        if (effect != Effect.PATCH) {
            return new HookShape(event, number, effect, null, null);
        }
        return draft.has("s") && dice.oneIn(2)
                ? new HookShape(event, number, effect, "s", dice.one("h", "a", null))
                : new HookShape(event, number, effect, "n", dice.below(5));
    }
}
