package dev.ananas.orm.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The class {@code Builder}: components by name, those that are not given as the ORM would fill them in. */
final class BuilderWriter {
    private final EntityModel entity;
    private final ClassName builder;

    BuilderWriter(EntityModel entity) {
        this.entity = entity;
        this.builder = entity.metamodel().nestedClass("Builder");
    }

    void write(TypeSpec.Builder type) {
        type.addMethod(empty()).addMethod(copy()).addType(builder());
    }

    private MethodSpec empty() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addJavadoc("Starts a {@link $T} of defaults, with relations that are not loaded.\n\n", entity.type())
                .addJavadoc("@return a new builder\n")
                .addStatement("return new $T()", builder)
                .build();
    }

    private MethodSpec copy() {
        String model = WitherWriter.parameter(entity);
        CodeBlock.Builder chain = CodeBlock.builder().add("return new $T()$>$>", builder);
        entity.components().forEach(one -> chain.add("\n.$L($L.$L())", one.name(), model, one.name()));
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(entity.type(), model)
                .returns(builder)
                .addJavadoc("Starts with everything that another {@link $T} has.\n\n", entity.type())
                .addJavadoc("@param $L the record, which stays as it is\n@return a new builder\n", model)
                .addCode("$L;$<$<\n", chain.build())
                .build();
    }

    private TypeSpec builder() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc(
                        "Makes a {@link $T} of components by name. Not safe for use by several threads.\n",
                        entity.type())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        entity.components().forEach(component -> type.addField(field(component)));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        entity.components().forEach(component -> type.addMethod(setter(component)));
        CodeBlock arguments = entity.components().stream()
                .map(component -> CodeBlock.of("$L", component.name()))
                .collect(CodeBlock.joining(", "));
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(entity.type())
                        .addJavadoc("The record.\n\n@return a new record\n")
                        .addStatement("return new $T($L)", entity.type(), arguments)
                        .build())
                .build();
    }

    private FieldSpec field(ComponentModel component) {
        CodeBlock initial = component instanceof AttributeModel attribute
                ? attribute.initial().expression()
                : FactoryWriter.absent(entity, component);
        return FieldSpec.builder(component.declaration().typeName(), component.name(), Modifier.PRIVATE)
                .initializer(initial)
                .build();
    }

    private MethodSpec setter(ComponentModel component) {
        Declaration declaration = component.declaration();
        return MethodSpec.methodBuilder(component.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(
                        Nullability.parameter(declaration.typeName(), component.name(), declaration.nullability()))
                .addJavadoc("Sets {@link $T#$L()}.\n\n", entity.type(), component.name())
                .addJavadoc("@param $L its value\n@return this builder\n", component.name())
                .addStatement("this.$1L = $1L", component.name())
                .addStatement("return this")
                .build();
    }
}
