package dev.ananas.orm.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call on the builder of entity types that declares a relation. */
final class RelationCalls {
    private RelationCalls() {}

    static CodeBlock of(RelationModel relation) {
        CodeBlock call = declaration(relation);
        CodeBlock.Builder code = call.toBuilder();
        if (relation instanceof RelationModel.ThroughPivot through
                && !through.as().isEmpty()) {
            code.add(".as($S)", through.as());
        }
        if (!relation.onDelete().equals("NOTHING")) {
            code.add(".onDelete($T.$L)", Library.ON_DELETE, relation.onDelete());
        }
        return code.build();
    }

    private static CodeBlock declaration(RelationModel relation) {
        if (relation instanceof RelationModel.Has has) {
            return keyed(has.many() ? "hasMany" : "hasOne", has, has.foreignKey(), has.localKey());
        }
        if (relation instanceof RelationModel.BelongsTo to) {
            return keyed("belongsTo", to, to.foreignKey(), to.ownerKey());
        }
        if (relation instanceof RelationModel.HasManyBy by) {
            return call("hasManyBy", texts(by.name(), by.related().name(), by.foreignKey()), given(by.ownerKey()));
        }
        if (relation instanceof RelationModel.HasManyThrough through) {
            return through(through);
        }
        if (relation instanceof RelationModel.MorphHas has) {
            return call(
                    has.many() ? "morphMany" : "morphOne",
                    texts(has.name(), has.related().name(), has.morphId(), has.morphType()),
                    given(has.localKey()));
        }
        if (relation instanceof RelationModel.MorphTo to) {
            return morphTo(to);
        }
        return throughPivot((RelationModel.ThroughPivot) relation);
    }

    private static CodeBlock keyed(String call, RelationModel relation, List<String> foreign, List<String> local) {
        List<CodeBlock> ends = texts(relation.name(), relation.related().name());
        if (foreign.size() == 1 && local.size() <= 1) {
            return call(call, ends, texts(foreign.get(0)), local.isEmpty() ? List.of() : texts(local.get(0)));
        }
        return call(call, ends, List.of(list(foreign), list(local)));
    }

    private static CodeBlock through(RelationModel.HasManyThrough through) {
        List<CodeBlock> names = texts(
                through.name(),
                through.related().name(),
                through.through().name(),
                through.firstKey(),
                through.secondKey());
        boolean primary = through.localKey() == null && through.secondLocalKey() == null;
        return primary
                ? call("hasManyThrough", names)
                : call("hasManyThrough", names, List.of(orNull(through.localKey()), orNull(through.secondLocalKey())));
    }

    private static CodeBlock morphTo(RelationModel.MorphTo to) {
        List<String> entities =
                to.targets().stream().map(ComponentModel.Entity::name).toList();
        return call(
                "morphTo",
                texts(to.name()),
                List.of(list(entities)),
                texts(to.morphId(), to.morphType()),
                List.of(orNull(to.ownerKey())));
    }

    private static CodeBlock throughPivot(RelationModel.ThroughPivot to) {
        List<CodeBlock> ends = texts(to.name(), to.related().name(), to.pivot().name());
        if (to.morphType() != null) {
            boolean typedHere = to.call().equals("morphToMany");
            String relatedId = (typedHere ? to.relatedPivotKey() : to.foreignPivotKey()).get(0);
            String morphId = (typedHere ? to.foreignPivotKey() : to.relatedPivotKey()).get(0);
            List<CodeBlock> keys = to.parentKey().isEmpty() && to.relatedKey().isEmpty()
                    ? List.of()
                    : List.of(first(to.parentKey()), first(to.relatedKey()));
            return call(to.call(), ends, texts(relatedId, morphId, to.morphType()), keys);
        }
        boolean simple = to.foreignPivotKey().size() == 1
                && to.relatedPivotKey().size() == 1
                && to.parentKey().isEmpty()
                && to.relatedKey().isEmpty();
        return simple
                ? call(
                        to.call(),
                        ends,
                        texts(to.foreignPivotKey().get(0), to.relatedPivotKey().get(0)))
                : call(
                        to.call(),
                        ends,
                        List.of(
                                list(to.foreignPivotKey()),
                                list(to.relatedPivotKey()),
                                list(to.parentKey()),
                                list(to.relatedKey())));
    }

    @SafeVarargs
    private static CodeBlock call(String name, List<CodeBlock>... arguments) {
        List<CodeBlock> all = new ArrayList<>();
        for (List<CodeBlock> some : arguments) {
            all.addAll(some);
        }
        return CodeBlock.of(".$L($L)", name, CodeBlock.join(all, ", "));
    }

    private static List<CodeBlock> texts(String... texts) {
        List<CodeBlock> all = new ArrayList<>();
        for (String text : texts) {
            all.add(CodeBlock.of("$S", text));
        }
        return all;
    }

    private static CodeBlock list(List<String> names) {
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(texts(names.toArray(String[]::new)), ", "));
    }

    private static List<CodeBlock> given(@Nullable String name) {
        return name == null ? List.of() : texts(name);
    }

    private static CodeBlock first(List<String> names) {
        return orNull(names.isEmpty() ? null : names.get(0));
    }

    private static CodeBlock orNull(@Nullable String name) {
        return name == null ? CodeBlock.of("null") : CodeBlock.of("$S", name);
    }
}
