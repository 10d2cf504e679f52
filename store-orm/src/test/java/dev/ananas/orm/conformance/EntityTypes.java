package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityType;

/** Models of a scenario as entity types, in one of the forms that there are. */
@FunctionalInterface
interface EntityTypes {
    /** Without classes. */
    EntityTypes DYNAMIC = (scenario, model, log) -> SchemaOf.model(scenario, model, log.hooks(model));

    /** The entity type of a model, whose hooks note in a log what they see. */
    EntityType<?> of(Scenario scenario, Scenario.Model model, HookLog log);
}
