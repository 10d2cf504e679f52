package dev.ananas.orm.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The class {@code X_} of an entity.
 *
 * <p>It mentions other entities by name and other models as type arguments, never another generated class: classes that refer to
 * each other while they initialise see null, or wait for each other forever if two threads begin at both ends.
 */
final class MetamodelWriter {
    private final EntityModel entity;
    private final Surroundings surroundings;

    MetamodelWriter(EntityModel entity, Surroundings surroundings) {
        this.entity = entity;
        this.surroundings = surroundings;
    }

    JavaFile write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.metamodel())
                .addOriginatingElement(entity.element())
                .addJavadoc("Attributes, relations and entity type of {@link $T}.\n", entity.type())
                .addModifiers(Modifier.FINAL)
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "{$L}", suppressed())
                        .build());
        if (entity.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        new TokenWriter(entity).write(type);
        new EntityTypeWriter(entity).write(type);
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (entity.base() == null) {
            new FactoryWriter(entity).write(type);
            new WitherWriter(entity).write(type);
            new BuilderWriter(entity).write(type);
            new AccessWriter(entity, surroundings).write(type);
        }
        return JavaFile.builder(entity.type().packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    /** What generated code cannot help: the models decide it, or it has to be so. */
    private static CodeBlock suppressed() {
        return Stream.of("all", "cast", "deprecation", "exports", "NullAway", "rawtypes", "removal", "unchecked")
                .map(name -> CodeBlock.of("$S", name))
                .collect(CodeBlock.joining(", "));
    }
}
