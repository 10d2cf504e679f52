package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constant {@code ENTITY}: the calls that describe the entity to the ORM, in the order of the components. */
final class EntityTypeWriter {
    private final EntityModel entity;

    EntityTypeWriter(EntityModel entity) {
        this.entity = entity;
    }

    void write(TypeSpec.Builder type) {
        type.addField(FieldSpec.builder(
                        ParameterizedTypeName.get(Library.ENTITY_TYPE, entity.type()),
                        "ENTITY",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(
                        "Description of {@link $T}; it names other entities and mentions no other generated class.\n",
                        entity.type())
                .initializer(calls())
                .build());
    }

    private CodeBlock calls() {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.builder($S, $T.class)$>$>", Library.ENTITY_TYPE, entity.name(), entity.type());
        inheritance(code);
        for (ComponentModel component : entity.caseOf() == null ? entity.components() : redefinedAndOwn()) {
            component(code, component);
        }
        if (entity.base() != null && entity.base().implied()) {
            code.add("\n.string($S, null)", entity.base().discriminator());
        }
        if (entity.caseOf() == null) {
            code.add("\n.primaryKey($L)", names(entity.key().stream().map(AttributeModel::name)));
        }
        indexes(code);
        visible(code);
        hooks(code);
        if (entity.base() == null) {
            code.add("\n.access(new $L())", AccessWriter.name(entity));
        }
        return code.add("\n.build()$<$<").build();
    }

    private List<ComponentModel> redefinedAndOwn() {
        return entity.components().stream()
                .filter(component -> !entity.isInherited(component)
                        || component instanceof AttributeModel attribute && attribute.is(AttributeModel.Flag.REDEFINED))
                .toList();
    }

    private void inheritance(CodeBlock.Builder code) {
        EntityModel.Base base = entity.base();
        if (base != null) {
            code.add("\n.discriminator($S)", base.discriminator());
            if (base.fallback() != null) {
                code.add("\n.discriminatorFallback($L)", base.fallback());
            }
        }
        if (entity.caseOf() != null) {
            code.add(
                    "\n.caseOf($S, $L)",
                    entity.caseOf().base().name(),
                    entity.caseOf().value());
        }
    }

    private static void component(CodeBlock.Builder code, ComponentModel component) {
        if (component instanceof AttributeModel attribute) {
            attribute(code, attribute);
        } else if (component instanceof ComponentModel.PivotSlot slot) {
            code.add("\n.pivot($S, $S)", slot.name(), slot.pivot().name());
        } else if (component instanceof RelationModel relation) {
            code.add("\n$L", RelationCalls.of(relation));
        }
    }

    private static void attribute(CodeBlock.Builder code, AttributeModel attribute) {
        ValueModel value = attribute.value();
        AttributeModel.Initial initial = attribute.initial();
        CodeBlock constant = initial.anew() ? CodeBlock.of("null") : initial.expression();
        if (attribute.is(AttributeModel.Flag.TIMESTAMPS)) {
            code.add("\n.timestamps($S)", attribute.name());
            return;
        }
        if (value.kind() == ValueModel.Kind.TEXT) {
            code.add("\n.string($S, $L)", attribute.name(), constant);
        } else if (value.kind() == ValueModel.Kind.BOOLEAN) {
            code.add("\n.bool($S, $L)", attribute.name(), constant);
        } else if (value.contents() != null) {
            code.add("\n.attribute($S, $L, $L)", attribute.name(), value.contents(), constant);
        } else {
            code.add("\n.attribute($S, $T.class, $L)", attribute.name(), value.raw(), constant);
        }
        if (initial.anew()) {
            code.add(".defaultBy(() -> $L)", initial.expression());
        }
        options(code, attribute);
    }

    private static void options(CodeBlock.Builder code, AttributeModel attribute) {
        if (attribute.is(AttributeModel.Flag.REDEFINED)) {
            return;
        }
        if (attribute.generator() != null) {
            code.add(".generated($L)", attribute.generator());
        }
        if (attribute.cast() != null) {
            code.add(".cast($L)", attribute.cast());
        }
        if (attribute.get() != null || attribute.set() != null) {
            code.add(".mutate($L, $L)", attribute.get(), attribute.set());
        }
        if (attribute.is(AttributeModel.Flag.HIDDEN)) {
            code.add(".hidden()");
        }
        if (attribute.refusesNull()) {
            code.add(".notNull()");
        }
    }

    private void indexes(CodeBlock.Builder code) {
        for (AttributeModel attribute : entity.attributes()) {
            if (attribute.is(AttributeModel.Flag.INDEX) && !entity.isInherited(attribute)) {
                code.add("\n.index($S)", attribute.name());
            }
            if (attribute.is(AttributeModel.Flag.SORTED_INDEX) && !entity.isInherited(attribute)) {
                code.add("\n.sortedIndex($S)", attribute.name());
            }
            if (attribute.is(AttributeModel.Flag.UNIQUE) && !entity.isInherited(attribute)) {
                code.add("\n.unique($S)", attribute.name());
            }
        }
        for (EntityModel.Index index : entity.indexes()) {
            code.add("\n.$L($L)", index.call(), names(index.attributes().stream()));
        }
    }

    private void visible(CodeBlock.Builder code) {
        List<String> visible = entity.attributes().stream()
                .filter(attribute -> attribute.is(AttributeModel.Flag.VISIBLE))
                .filter(attribute -> !entity.isInherited(attribute))
                .map(AttributeModel::name)
                .toList();
        if (!visible.isEmpty()) {
            code.add("\n.visible($L)", names(visible.stream()));
        }
    }

    private void hooks(CodeBlock.Builder code) {
        if (entity.hooks().isEmpty()) {
            return;
        }
        code.add("\n.hooks(hooks -> hooks");
        for (EntityModel.Hook hook : entity.hooks()) {
            code.add(".$L($T::$L)", hook.call(), entity.type(), hook.method().getSimpleName());
        }
        code.add(")");
    }

    private static CodeBlock names(Stream<String> names) {
        return names.map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
    }
}
