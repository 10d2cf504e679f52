package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;
import java.util.List;

/** Models of a scenario as entity types, in one of the forms that there are. */
@FunctionalInterface
interface EntityTypes {
    /** Without classes. */
    EntityTypes DYNAMIC = (scenario, model, log) -> SchemaOf.model(scenario, model, log.hooks(model));

    /** The entity type of a model, whose hooks note in a log what they see. */
    EntityType<?> of(Scenario scenario, Scenario.Model model, HookLog log);

    /** What a model needs beside its own entity type. */
    default List<EntityType<?>> beside(Scenario scenario, Scenario.Model model) {
        return List.of();
    }

    /** Whether models have a component for everything and show null for what a query leaves out. */
    default boolean showsNullForLeftOut() {
        return false;
    }
}
