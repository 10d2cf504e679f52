package dev.ananas.orm.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Ananas can do, and what it cannot do: its models are immutable, so nothing sets a value in place. A
 * scenario is skipped if it names something of the second kind and for no other reason; a name of neither kind is an error.
 */
final class Features {
    private static final Names FIELDS = new Names(
            "field type",
            "attr string number boolean uid hasOne hasMany belongsTo hasManyBy hasManyThrough belongsToMany morphOne"
                    + " morphMany morphTo morphToMany morphedByMany",
            "");

    private static final Names FIELD_MEMBERS = new Names(
            "field member",
            "type default related foreignKey localKey ownerKey pivot foreignPivotKey relatedPivotKey parentKey"
                    + " relatedKey as through firstKey secondKey secondLocalKey morphId morphType relatedId onDelete",
            "");

    private static final Names MODELS = new Names(
            "model member", "primaryKey fields hidden visible casts mutators hooks meta baseEntity types typeKey", "");

    private static final Names STEPS = new Names(
            "step",
            "save insert fresh update delete destroy flush query watch watched state new make firstOrCreate"
                    + " updateOrCreate revive load model log clock",
            "");

    private static final Names OPERATIONS =
            new Names("model operation", "key entity json attributes value", "set isDirty original refresh");

    private static final Names CLAUSES = new Names(
            "call",
            "where orWhere whereIn orWhereIn whereNotIn orWhereNotIn whereNull whereNotNull whereLike orWhereLike"
                    + " whereId orderBy limit offset with withAll withAllRecursive has orHas doesntHave orDoesntHave"
                    + " whereHas orWhereHas whereDoesntHave orWhereDoesntHave groupBy makeVisible"
                    + " makeHidden withMeta",
            "");

    private static final Names TERMINALS = new Names("terminal", "get all first find", "");

    private static final Names HELPERS = new Names("helper", "pluck keys sum min max groupBy sortBy", "");

    private static final Set<String> NESTING =
            Set.of("with", "withAll", "whereHas", "orWhereHas", "whereDoesntHave", "orWhereDoesntHave");

    private final Set<String> missing = new TreeSet<>();

    private Features() {}

    /** What a scenario names that does not exist yet, in words. */
    static Set<String> missing(Scenario scenario) {
        Features features = new Features();
        scenario.models().values().forEach(features::model);
        scenario.steps().forEach(features::step);
        return features.missing;
    }

    private void model(Scenario.Model model) {
        model.members().keySet().forEach(member -> look(MODELS, member));
        for (Map<String, @Nullable Object> field : model.fields().values()) {
            String type = Json.text(field.get("type"));
            look(FIELDS, type);
            if (FIELDS.supported().contains(type)) {
                field.keySet().forEach(member -> look(FIELD_MEMBERS, member));
            }
        }
    }

    private void step(Scenario.Step step) {
        look(STEPS, step.kind());
        for (String member : List.of("of", "chain")) {
            if (step.has(member)) {
                chain(step.get(member));
            }
        }
        for (Object operation : step.kind().equals("model") ? Json.list(step.get("ops")) : List.of()) {
            look(OPERATIONS, Json.text(Json.list(operation).get(0)));
        }
    }

    private void chain(@Nullable Object calls) {
        boolean ended = false;
        for (Object each : Json.list(calls)) {
            List<@Nullable Object> call = Json.list(each);
            String name = Json.text(call.get(0));
            if (ended) {
                look(HELPERS, name);
            } else if (TERMINALS.supported().contains(name)) {
                ended = true;
            } else {
                look(CLAUSES, name);
                clause(name, call);
            }
        }
    }

    private void clause(String name, List<@Nullable Object> call) {
        if (NESTING.contains(name) && call.size() > 1 && call.get(call.size() > 2 ? 2 : 1) instanceof List<?> nested) {
            chain(nested);
        }
    }

    private void look(Names names, String name) {
        if (names.later().contains(name)) {
            missing.add(names.kind() + " " + name);
        } else if (!names.supported().contains(name)) {
            throw new IllegalArgumentException("Unknown " + names.kind() + " \"" + name + "\"");
        }
    }

    /** Names of one kind: those that exist and those that will. */
    private record Names(String kind, Set<String> supported, Set<String> later) {
        Names(String kind, String supported, String later) {
            this(kind, Set.of(supported.split(" ")), Set.of(later.split(" ")));
        }
    }
}
