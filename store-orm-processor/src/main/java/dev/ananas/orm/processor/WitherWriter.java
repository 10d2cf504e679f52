package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;

/** A method for each component that answers the same record with another value there. */
final class WitherWriter {
    private final EntityModel entity;
    private final String model;

    WitherWriter(EntityModel entity) {
        this.entity = entity;
        this.model = parameter(entity);
    }

    /** A name for the record that no component has. */
    static String parameter(EntityModel entity) {
        String name = Wording.decapitalized(entity.simpleName());
        while (SourceVersion.isKeyword(name) || entity.component(name) != null) {
            name += "_";
        }
        return name;
    }

    void write(TypeSpec.Builder type) {
        for (ComponentModel component : entity.components()) {
            type.addMethod(with(component));
        }
    }

    private MethodSpec with(ComponentModel changed) {
        Declaration declaration = changed.declaration();
        CodeBlock arguments = entity.components().stream()
                .map(one ->
                        one == changed ? CodeBlock.of("$L", one.name()) : CodeBlock.of("$L.$L()", model, one.name()))
                .collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("with" + Wording.capitalized(changed.name()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(entity.type())
                .addParameter(entity.type(), model)
                .addParameter(Nullability.parameter(declaration.typeName(), changed.name(), declaration.nullability()))
                .addJavadoc("The same record with another {@link $T#$L()}.\n\n", entity.type(), changed.name())
                .addJavadoc("@param $L the record, which stays as it is\n", model)
                .addJavadoc("@param $L new value\n@return a new record\n", changed.name())
                .addStatement("return new $T($L)", entity.type(), arguments)
                .build();
    }
}
