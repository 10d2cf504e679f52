package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** One constant for each attribute and relation, with the operators that its type has. */
final class TokenWriter {
    private final EntityModel entity;

    TokenWriter(EntityModel entity) {
        this.entity = entity;
    }

    void write(TypeSpec.Builder type) {
        for (ComponentModel component : entity.components()) {
            if (component instanceof AttributeModel attribute) {
                type.addField(attribute(attribute));
            } else if (component instanceof RelationModel relation) {
                type.addField(relation(relation));
            }
        }
    }

    private FieldSpec attribute(AttributeModel attribute) {
        ValueModel value = attribute.value();
        TypeName type = value.typeName();
        String name = attribute.name();
        return switch (value.kind()) {
            case TEXT -> token(name, generic(Library.TEXT_ATTRIBUTE), call(Library.TEXT_ATTRIBUTE, "text", name));
            case BOOLEAN ->
                token(name, generic(Library.BOOLEAN_ATTRIBUTE), call(Library.BOOLEAN_ATTRIBUTE, "bool", name));
            case NUMBER ->
                token(
                        name,
                        generic(Library.NUMBER_ATTRIBUTE, type),
                        call(Library.NUMBER_ATTRIBUTE, "number", name, value.raw()));
            case COMPARABLE ->
                token(
                        name,
                        generic(Library.COMPARABLE_ATTRIBUTE, type),
                        call(Library.COMPARABLE_ATTRIBUTE, "of", name, value.raw()));
            case LIST -> {
                TypeName element = TypeName.get(value.element());
                yield token(
                        name,
                        generic(Library.LIST_ATTRIBUTE, element),
                        call(Library.LIST_ATTRIBUTE, "list", name, element));
            }
            case PLAIN -> token(name, generic(Library.ATTRIBUTE, type), call(Library.ATTRIBUTE, "of", name));
        };
    }

    private FieldSpec relation(RelationModel relation) {
        String name = relation.name();
        TypeName target = TypeName.get(relation.target());
        if (relation instanceof RelationModel.MorphTo) {
            return token(name, generic(Library.MORPH_RELATION, target), call(Library.MORPH_RELATION, "morph", name));
        }
        if (relation instanceof RelationModel.ThroughPivot through) {
            TypeName pivot = ClassName.get(through.pivot().element());
            return token(
                    name,
                    generic(Library.PIVOT_RELATION, target, pivot),
                    call(Library.PIVOT_RELATION, "through", name));
        }
        return relation.isToOne()
                ? token(name, generic(Library.TO_ONE_RELATION, target), call(Library.TO_ONE_RELATION, "one", name))
                : token(name, generic(Library.TO_MANY_RELATION, target), call(Library.TO_MANY_RELATION, "many", name));
    }

    private TypeName generic(ClassName token, TypeName... arguments) {
        TypeName[] all = new TypeName[arguments.length + 1];
        all[0] = entity.type();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return ParameterizedTypeName.get(token, all);
    }

    private CodeBlock call(ClassName token, String factory, String name) {
        return CodeBlock.of("$T.$L($S, $S)", token, factory, entity.name(), name);
    }

    private CodeBlock call(ClassName token, String factory, String name, TypeName type) {
        return CodeBlock.of("$T.$L($S, $S, $T.class)", token, factory, entity.name(), name, type);
    }

    private FieldSpec token(String name, TypeName type, CodeBlock made) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Token of {@link $T#$L()}.\n", entity.type(), name)
                .initializer(made)
                .build();
    }
}
