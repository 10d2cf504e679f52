package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Types of components as types of attributes. */
final class ValueReader {
    private static final Map<String, String> COLLECTIONS = Map.of(
            "java.util.List", "list",
            "java.util.Collection", "list",
            "java.util.Set", "set",
            "java.util.Map", "map");

    private final Types types;
    private final Elements elements;

    ValueReader(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    ValueModel read(TypeMirror type) {
        TypeMirror boxed = boxed(type);
        TypeMirror erased = types.erasure(boxed);
        TypeName raw = TypeName.get(erased);
        boolean isList = is(erased, "java.util.List");
        TypeMirror element = isList ? argument(boxed, 0) : null;
        return new ValueModel(kind(boxed, element), boxed, raw, element, collection(boxed));
    }

    /** The wrapper of a primitive; any other type as it is. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? types.boxedClass((PrimitiveType) type).asType()
                : type;
    }

    private ValueModel.Kind kind(TypeMirror type, @Nullable TypeMirror element) {
        if (is(type, "java.lang.String")) {
            return ValueModel.Kind.TEXT;
        }
        if (is(type, "java.lang.Boolean")) {
            return ValueModel.Kind.BOOLEAN;
        }
        if (element != null && isPlainClass(element)) {
            return ValueModel.Kind.LIST;
        }
        if (!isPlainClass(type) || !isComparable(type)) {
            return ValueModel.Kind.PLAIN;
        }
        return types.isSubtype(type, named("java.lang.Number").asType())
                ? ValueModel.Kind.NUMBER
                : ValueModel.Kind.COMPARABLE;
    }

    private boolean isComparable(TypeMirror type) {
        return types.isSubtype(
                type, types.getDeclaredType(named("java.lang.Comparable"), types.getWildcardType(null, type)));
    }

    /** Whether a class literal tells the whole type. */
    private static boolean isPlainClass(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty()
                && ((TypeElement) declared.asElement()).getTypeParameters().isEmpty();
    }

    /** An expression for the type of a collection; null if it is none or its contents have no declared type. */
    private @Nullable CodeBlock collection(TypeMirror type) {
        String call = COLLECTIONS.get(types.erasure(type).toString());
        if (call == null || !(type instanceof DeclaredType declared)) {
            return null;
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        if (arguments.isEmpty() || arguments.stream().anyMatch(argument -> argument.getKind() != TypeKind.DECLARED)) {
            return null;
        }
        List<CodeBlock> contents = arguments.stream().map(this::valueType).toList();
        return CodeBlock.of("$T.$L($L)", Library.VALUE_TYPE, call, CodeBlock.join(contents, ", "));
    }

    private CodeBlock valueType(TypeMirror type) {
        CodeBlock collection = collection(type);
        return collection != null
                ? collection
                : CodeBlock.of("$T.of($T.class)", Library.VALUE_TYPE, TypeName.get(types.erasure(type)));
    }

    /** Whether an attribute of a type may be a list of keys. */
    boolean isListOfKeys(TypeMirror type) {
        return Set.of("java.util.List", "java.util.Collection")
                .contains(types.erasure(type).toString());
    }

    @Nullable
    TypeMirror argument(TypeMirror type, int index) {
        if (type instanceof DeclaredType declared && declared.getTypeArguments().size() > index) {
            return declared.getTypeArguments().get(index);
        }
        return null;
    }

    boolean is(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
    }

    boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private TypeElement named(String name) {
        return elements.getTypeElement(name);
    }
}
