package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored component.
 *
 * @param declaration where it is declared
 * @param value its type
 * @param initial the value of records that do not name it
 * @param flags what it is besides
 * @param generator expression for the generator of ids, or null
 * @param cast expression for its cast, or null
 * @param get function of what is read, or null
 * @param set function of what is stored, or null
 */
record AttributeModel(
        Declaration declaration,
        ValueModel value,
        Initial initial,
        Set<Flag> flags,
        @Nullable CodeBlock generator,
        @Nullable CodeBlock cast,
        @Nullable CodeBlock get,
        @Nullable CodeBlock set)
        implements ComponentModel {

    /** What an attribute is besides its type. */
    enum Flag {
        KEY,
        HIDDEN,
        VISIBLE,
        NOT_NULL,
        TIMESTAMPS,
        INDEX,
        SORTED_INDEX,
        UNIQUE,
        /** A case repeats an attribute of its base with another default. */
        REDEFINED
    }

    /**
     * A default.
     *
     * @param expression the value, an expression of the type of the component
     * @param anew whether the expression is to be evaluated for every record
     */
    record Initial(CodeBlock expression, boolean anew) {
        static final Initial NULL = new Initial(CodeBlock.of("null"), false);
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** Whether null never gets into it. */
    boolean refusesNull() {
        return declaration.primitive() || is(Flag.NOT_NULL);
    }
}
