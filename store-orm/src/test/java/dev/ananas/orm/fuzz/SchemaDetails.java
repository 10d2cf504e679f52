package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import java.util.List;

/** What a schema says besides attributes and relations: traits. */
final class SchemaDetails {
    private final Dice dice;
    private final List<EntityDraft> entities;

    SchemaDetails(Dice dice, List<EntityDraft> entities) {
        this.dice = dice;
        this.entities = entities;
    }

    void add() {
        boolean hides = dice.may(Feature.HIDDEN, 3);
        boolean converts = dice.may(Feature.CONVERSIONS, 3);
        for (EntityDraft draft : entities) {
            draft.attributes.replaceAll(
                    attribute -> SchemaGenerator.isFree(attribute) ? traits(attribute, hides, converts) : attribute);
        }
    }

    private AttributeShape traits(AttributeShape attribute, boolean hides, boolean converts) {
        List<Trait> traits = new java.util.ArrayList<>();
        if (hides && dice.oneIn(3)) {
            traits.add(Trait.HIDDEN);
        }
        boolean local = attribute.name().equals("n");
        if (converts && attribute.kind() == Kind.TEXT && dice.oneIn(2)) {
            traits.add(dice.one(Trait.SHOUTS, Trait.CUTS, Trait.CAST_TEXT));
        } else if (converts && attribute.kind() == Kind.NUMBER && dice.oneIn(2)) {
            traits.add(local && !dice.oneIn(2) ? Trait.CAST_NUMBER : Trait.ADDS);
        }
        return attribute.with(traits);
    }
}
