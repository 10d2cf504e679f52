package dev.ananas.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Components with the annotation of a relation. */
final class RelationReader {
    private static final Set<String> TO_ONE = Set.of("@HasOne", "@BelongsTo", "@MorphOne", "@MorphTo");

    private final Types types;
    private final ValueReader values;

    RelationReader(Types types, ValueReader values) {
        this.types = types;
        this.values = values;
    }

    /** Whether the type of a component is that of a relation. */
    boolean looksLikeRelation(TypeMirror type) {
        return values.is(type, Library.TO_MANY.canonicalName()) || values.is(type, Library.TO_ONE.canonicalName());
    }

    /** The annotations that fit the type of a relation. */
    String fitting(TypeMirror type) {
        return values.is(type, Library.TO_ONE.canonicalName())
                ? "@BelongsTo, @HasOne, @MorphOne or @MorphTo"
                : "@HasMany, @BelongsToMany or another relation to many";
    }

    @Nullable
    RelationModel read(TypeElement owner, Declaration declaration, Mark mark, Problems problems) {
        TypeMirror target = target(owner, declaration, mark, problems);
        if (target == null) {
            return null;
        }
        List<ComponentModel.Entity> targets =
                mark.name().equals("@MorphTo") ? cases(owner, declaration, mark, target, problems) : entity(target);
        if (targets.isEmpty()) {
            problems.add(
                    declaration.site(),
                    ComponentReader.label(owner, declaration) + " leads to " + Wording.simple(target)
                            + ", which is no entity; annotate " + Wording.simple(target) + " with @Entity"
                            + (mark.name().equals("@MorphTo")
                                    ? ", seal it over entities, or list the entities: @MorphTo(related = {...})"
                                    : ""));
            return null;
        }
        RelationModel.Ends ends = new RelationModel.Ends(declaration, mark, target, targets);
        return relation(owner, ends, mark, problems);
    }

    private @Nullable TypeMirror target(TypeElement owner, Declaration declaration, Mark mark, Problems problems) {
        boolean one = TO_ONE.contains(mark.name());
        String expected = one ? "ToOne" : "ToMany";
        TypeMirror type = declaration.type();
        boolean fits = values.is(type, (one ? Library.TO_ONE : Library.TO_MANY).canonicalName());
        TypeMirror argument = values.argument(type, 0);
        if (fits && argument instanceof DeclaredType) {
            return argument;
        }
        TypeMirror related = argument instanceof DeclaredType ? argument : type;
        problems.add(
                declaration.site(),
                ComponentReader.label(owner, declaration) + " is " + Wording.a(type) + ", and " + mark.name()
                        + " leads to " + (one ? "one record" : "many records") + "; declare it as " + expected + "<"
                        + Wording.simple(values.boxed(related)) + "> " + declaration.name());
        return null;
    }

    private static List<ComponentModel.Entity> entity(TypeMirror target) {
        ComponentModel.Entity entity = EntityNames.of(target);
        return entity == null ? List.of() : List.of(entity);
    }

    private List<ComponentModel.Entity> cases(
            TypeElement owner, Declaration declaration, Mark mark, TypeMirror target, Problems problems) {
        List<ComponentModel.Entity> cases = new ArrayList<>();
        for (TypeMirror related : mark.types("related")) {
            ComponentModel.Entity entity = EntityNames.of(related);
            if (entity == null || !types.isSubtype(related, target)) {
                problems.add(
                        mark.site("related"),
                        ComponentReader.label(owner, declaration) + " leads to " + Wording.simple(target)
                                + ", and " + Wording.simple(related)
                                + (entity == null
                                        ? " is no entity; annotate it with @Entity"
                                        : " is none; let it implement " + Wording.simple(target)));
            } else {
                cases.add(entity);
            }
        }
        if (!cases.isEmpty() || !entity(target).isEmpty()) {
            return cases.isEmpty() ? entity(target) : cases;
        }
        for (TypeElement leaf : EntityNames.leavesOf((TypeElement) ((DeclaredType) target).asElement())) {
            cases.addAll(entity(leaf.asType()));
        }
        return cases;
    }

    private @Nullable RelationModel relation(TypeElement owner, RelationModel.Ends ends, Mark mark, Problems problems) {
        return switch (mark.name()) {
            case "@HasOne", "@HasMany" ->
                new RelationModel.Has(
                        ends, mark.name().equals("@HasMany"), mark.texts("foreignKey"), mark.texts("localKey"));
            case "@BelongsTo" -> new RelationModel.BelongsTo(ends, mark.texts("foreignKey"), mark.texts("ownerKey"));
            case "@HasManyBy" -> new RelationModel.HasManyBy(ends, mark.text("foreignKey"), key(mark, "ownerKey"));
            case "@HasManyThrough" -> through(owner, ends, mark, problems);
            case "@MorphOne", "@MorphMany" ->
                new RelationModel.MorphHas(
                        ends,
                        mark.name().equals("@MorphMany"),
                        mark.text("morphId"),
                        mark.text("morphType"),
                        key(mark, "localKey"));
            case "@MorphTo" ->
                new RelationModel.MorphTo(ends, mark.text("morphId"), mark.text("morphType"), key(mark, "ownerKey"));
            default -> throughPivot(owner, ends, mark, problems);
        };
    }

    private static @Nullable RelationModel through(
            TypeElement owner, RelationModel.Ends ends, Mark mark, Problems problems) {
        ComponentModel.Entity through = entity(owner, ends, mark, "through", problems);
        return through == null
                ? null
                : new RelationModel.HasManyThrough(
                        ends,
                        through,
                        mark.text("firstKey"),
                        mark.text("secondKey"),
                        key(mark, "localKey"),
                        key(mark, "secondLocalKey"));
    }

    private static @Nullable RelationModel throughPivot(
            TypeElement owner, RelationModel.Ends ends, Mark mark, Problems problems) {
        ComponentModel.Entity pivot = entity(owner, ends, mark, "pivot", problems);
        if (pivot == null) {
            return null;
        }
        if (mark.name().equals("@BelongsToMany")) {
            return new RelationModel.ThroughPivot(
                    ends,
                    "belongsToMany",
                    pivot,
                    mark.texts("foreignPivotKey"),
                    mark.texts("relatedPivotKey"),
                    mark.texts("parentKey"),
                    mark.texts("relatedKey"),
                    null);
        }
        boolean typedHere = mark.name().equals("@MorphToMany");
        List<String> morphId = List.of(mark.text("morphId"));
        List<String> relatedId = List.of(mark.text("relatedId"));
        return new RelationModel.ThroughPivot(
                ends,
                typedHere ? "morphToMany" : "morphedByMany",
                pivot,
                typedHere ? morphId : relatedId,
                typedHere ? relatedId : morphId,
                names(mark, "parentKey"),
                names(mark, "relatedKey"),
                mark.text("morphType"));
    }

    private static ComponentModel.@Nullable Entity entity(
            TypeElement owner, RelationModel.Ends ends, Mark mark, String member, Problems problems) {
        TypeMirror type = mark.type(member);
        ComponentModel.Entity entity = EntityNames.of(type);
        if (entity == null && type != null) {
            problems.add(
                    mark.site(member),
                    ComponentReader.label(owner, ends.declaration()) + " goes through " + Wording.simple(type)
                            + ", which is no entity; annotate " + Wording.simple(type) + " with @Entity");
        }
        return entity;
    }

    private static @Nullable String key(Mark mark, String member) {
        String name = mark.text(member);
        return name.isEmpty() ? null : name;
    }

    private static List<String> names(Mark mark, String member) {
        String name = mark.text(member);
        return name.isEmpty() ? List.of() : List.of(name);
    }
}
