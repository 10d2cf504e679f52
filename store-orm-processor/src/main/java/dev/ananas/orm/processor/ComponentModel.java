package dev.ananas.orm.processor;

import javax.lang.model.element.TypeElement;

/** A component of an entity: what is stored, the place of a pivot, or a relation. */
sealed interface ComponentModel permits AttributeModel, ComponentModel.PivotSlot, RelationModel {

    Declaration declaration();

    default String name() {
        return declaration().name();
    }

    /** An entity by its class and its name. */
    record Entity(TypeElement element, String name) {
        String simpleName() {
            return element.getSimpleName().toString();
        }
    }

    /** The component that receives the pivot through which a model was reached. */
    record PivotSlot(Declaration declaration, Entity pivot) implements ComponentModel {}
}
