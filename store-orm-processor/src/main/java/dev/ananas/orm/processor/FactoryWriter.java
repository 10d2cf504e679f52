package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The method {@code of}, which needs the attributes alone, and the typed composite key. */
final class FactoryWriter {
    private final EntityModel entity;

    FactoryWriter(EntityModel entity) {
        this.entity = entity;
    }

    void write(TypeSpec.Builder type) {
        type.addMethod(of());
        if (entity.key().size() > 1) {
            type.addMethod(key());
        }
    }

    /** Whether a caller of a factory says what is in a component. */
    static boolean isGiven(ComponentModel component) {
        return component instanceof AttributeModel attribute && !attribute.is(AttributeModel.Flag.TIMESTAMPS);
    }

    /** What is in a component that nobody gave. */
    static CodeBlock absent(EntityModel entity, ComponentModel component) {
        if (component instanceof RelationModel relation) {
            boolean one = relation.isToOne();
            return CodeBlock.of(
                    "$T.notLoaded($S, $S)",
                    one ? Library.TO_ONE : Library.TO_MANY,
                    entity.simpleName(),
                    relation.name());
        }
        return CodeBlock.of("null");
    }

    private MethodSpec of() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(entity.type())
                .addJavadoc("A {@link $T} whose relations are not loaded.\n\n", entity.type());
        for (ComponentModel component : entity.components()) {
            if (isGiven(component)) {
                Declaration declaration = component.declaration();
                method.addParameter(
                        Nullability.parameter(declaration.typeName(), component.name(), declaration.nullability()));
                method.addJavadoc("@param $L see {@link $T#$L()}\n", component.name(), entity.type(), component.name());
            }
        }
        CodeBlock arguments = entity.components().stream()
                .map(component -> isGiven(component) ? CodeBlock.of("$L", component.name()) : absent(entity, component))
                .collect(CodeBlock.joining(", "));
        return method.addJavadoc("@return a new record\n")
                .addStatement("return new $T($L)", entity.type(), arguments)
                .build();
    }

    private MethodSpec key() {
        List<AttributeModel> key = entity.key();
        MethodSpec.Builder method = MethodSpec.methodBuilder("key")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(Library.KEY)
                .addJavadoc("The composite key of a {@link $T}.\n\n", entity.type());
        for (AttributeModel attribute : key) {
            method.addParameter(attribute.declaration().typeName(), attribute.name());
            method.addJavadoc("@param $L see {@link $T#$L()}\n", attribute.name(), entity.type(), attribute.name());
        }
        CodeBlock parts =
                key.stream().map(part -> CodeBlock.of("$L", part.name())).collect(CodeBlock.joining(", "));
        return method.addJavadoc("@return the key\n")
                .addStatement("return $T.of($L)", Library.KEY, parts)
                .build();
    }
}
