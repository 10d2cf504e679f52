package dev.ananas.orm.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an entity says, checked against itself and the entities it refers to. */
final class EntityCheck {
    private final EntityReader reader;
    private final Problems problems;

    EntityCheck(EntityReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    void check(EntityModel entity) {
        names(entity);
        indexes(entity);
        KeyCheck keys = new KeyCheck(reader, problems);
        ActionCheck actions = new ActionCheck(reader, problems);
        for (RelationModel relation : entity.relations()) {
            if (!entity.isInherited(relation)) {
                new RelationCheck(entity, relation, reader, keys, problems).check();
            }
        }
        actions.check(entity);
    }

    private void names(EntityModel entity) {
        Set<String> withers = new HashSet<>();
        for (ComponentModel component : entity.components()) {
            if (component.name().equals("ENTITY")) {
                problems.add(
                        component.declaration().site(),
                        "The generated class " + entity.simpleName()
                                + "_ has a constant ENTITY of its own; give the component another name");
            }
            if (!withers.add(Wording.capitalized(component.name()))) {
                problems.add(
                        component.declaration().site(),
                        "Two components of " + entity.simpleName() + " differ in the case of their first letter: "
                                + component.name() + "; give one of them another name");
            }
        }
    }

    private void indexes(EntityModel entity) {
        for (EntityModel.Index index : entity.indexes()) {
            if (index.attributes().isEmpty()) {
                problems.add(
                        index.mark().site(),
                        index.mark().name() + " on " + entity.simpleName()
                                + " names no attribute; write their names, or annotate a component with it");
            }
            for (String name : index.attributes()) {
                if (entity.attribute(name) == null) {
                    problems.add(
                            index.mark().site("value"),
                            KeyCheck.unknown(
                                    index.mark().name(),
                                    name,
                                    entity,
                                    entity.element().getSimpleName()));
                }
            }
        }
    }

    /** Names of the attributes of an entity. */
    static List<String> attributeNames(EntityModel entity) {
        return entity.attributes().stream().map(AttributeModel::name).toList();
    }
}
