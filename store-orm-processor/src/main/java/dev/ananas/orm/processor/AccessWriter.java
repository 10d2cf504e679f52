package dev.ananas.orm.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** How the engine reads and builds models: accessor calls by ordinal and one constructor call. */
final class AccessWriter {
    private final EntityModel entity;
    private final Surroundings surroundings;
    private final List<@Nullable ComponentModel> ordinals;

    AccessWriter(EntityModel entity, Surroundings surroundings) {
        this.entity = entity;
        this.surroundings = surroundings;
        this.ordinals = entity.ordinals();
    }

    static String name(EntityModel entity) {
        return entity.simpleName() + "Access";
    }

    void write(TypeSpec.Builder type) {
        type.addType(TypeSpec.classBuilder(name(entity))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(Library.ACCESS, entity.type()))
                .addMethod(get())
                .addMethod(create())
                .build());
    }

    private MethodSpec get() {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (ordinal) {$>\n");
        for (int i = 0; i < ordinals.size(); i++) {
            ComponentModel component = ordinals.get(i);
            if (component == null && entity.caseOf() != null) {
                body.add("case $L -> $L;\n", i, entity.caseOf().value());
            } else if (component != null) {
                body.add("case $L -> model.$L();\n", i, component.name());
            }
        }
        body.add("default -> throw new $T(String.valueOf(ordinal));$<\n};\n", IndexOutOfBoundsException.class);
        return MethodSpec.methodBuilder("get")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(surroundings.orNull(ClassName.OBJECT))
                .addParameter(entity.type(), "model")
                .addParameter(TypeName.INT, "ordinal")
                .addCode(body.build())
                .build();
    }

    private MethodSpec create() {
        CodeBlock arguments = entity.components().stream()
                .map(component -> CodeBlock.of(
                        "($T) components[$L]", component.declaration().typeName(), ordinal(component)))
                .collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(entity.type())
                .addParameter(ArrayTypeName.of(surroundings.orNull(ClassName.OBJECT)), "components")
                .addCode("return new $T($>$>\n$L$<$<);\n", entity.type(), arguments)
                .build();
    }

    private int ordinal(ComponentModel component) {
        for (int i = 0; i < ordinals.size(); i++) {
            ComponentModel one = ordinals.get(i);
            if (one != null && one.name().equals(component.name())) {
                return i;
            }
        }
        throw new IllegalStateException(component.name());
    }
}
