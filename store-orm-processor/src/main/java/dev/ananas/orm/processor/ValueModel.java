package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The type of an attribute as the ORM sees it.
 *
 * @param kind which token names it
 * @param boxed its type, of a primitive the wrapper
 * @param raw class of its values without type arguments
 * @param element of a list the type of the elements, else null
 * @param contents of a list, set or map with types of its contents an expression for that type, else null
 */
record ValueModel(
        Kind kind,
        TypeMirror boxed,
        TypeName raw,
        @Nullable TypeMirror element,
        @Nullable CodeBlock contents) {

    /** Which operators an attribute has. */
    enum Kind {
        TEXT,
        BOOLEAN,
        NUMBER,
        COMPARABLE,
        LIST,
        PLAIN
    }

    TypeName typeName() {
        return TypeName.get(boxed);
    }
}
