package dev.ananas.orm.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attributes of one model as annotated components. Those without a type are objects. */
final class AttributeSource {
    private static final Map<String, String> TYPES =
            Map.of("attr", "Object", "number", "Object", "string", "String", "boolean", "Boolean", "uid", "String");

    private static final Map<String, String> CAST = Map.of(
            "string", "String", "number", "Number", "boolean", "Boolean", "date", "Instant", "array", "List<Object>");

    private final Scenario.Model model;
    private final Set<String> texts;
    private final Conversions conversions;

    /**
     * Attributes of a model.
     *
     * @param texts those that hold the name of an entity or of a case
     */
    AttributeSource(Scenario.Model model, Set<String> texts) {
        this.model = model;
        this.texts = texts;
        this.conversions = Conversions.of(model);
    }

    /**
     * A component.
     *
     * @param owner model that declares it, or one of its cases that does so again
     * @param methods where the methods go that its annotations name
     */
    ComponentSource component(String name, Map<String, @Nullable Object> field, List<String> methods) {
        StringBuilder annotations = new StringBuilder();
        if (model.key().attributes().contains(name)) {
            annotations.append("@Id ");
        }
        if ("uid".equals(field.get("type"))) {
            annotations.append("@Uid ");
        }
        if (conversions.casts().containsKey(name)) {
            annotations.append("@CastWith ");
        }
        annotations.append(visibility(name)).append(mutators(name, methods)).append(fallback(name, field, methods));
        return new ComponentSource(annotations.toString(), "@Nullable " + type(name, field), name);
    }

    /** The annotation with the default of a field, if it has one. */
    String fallback(String name, Map<String, @Nullable Object> field, List<String> methods) {
        Object value = field.get("default");
        if (value == null) {
            return "";
        }
        Object cast = conversions.casts().get(name);
        String type = type(name, field);
        String made = cast == null ? literal(value) : "ScenarioCalls.cast(\"" + cast + "\", " + literal(value) + ")";
        return "@Default(method = \"" + method(methods, type + " %s() { return (" + type + ") " + made + "; }")
                + "\") ";
    }

    private String mutators(String name, List<String> methods) {
        Object said = conversions.mutators().get(name);
        if (said == null) {
            return "";
        }
        Map<?, ?> names = said instanceof Map<?, ?> map ? map : Map.of("get", said);
        String type = type(name, model.fields().getOrDefault(name, Map.of()));
        return names.entrySet().stream()
                .map(one -> one.getKey() + " = \""
                        + method(
                                methods,
                                type + " %s(" + type + " value) { return (" + type + ") ScenarioCalls.mutated(\""
                                        + one.getValue() + "\", value); }")
                        + "\"")
                .collect(Collectors.joining(", ", "@Mutate(", ") "));
    }

    private static String method(List<String> methods, String text) {
        String name = "said" + methods.size();
        methods.add("    static " + text.formatted(name));
        return name;
    }

    private String visibility(String name) {
        List<String> hidden = Json.texts(model.members().get("hidden"));
        boolean key = model.key().attributes().contains(name);
        boolean hides = hidden.contains(name) || hidden.contains("*") && !key;
        boolean shows = Json.texts(model.members().get("visible")).contains(name);
        return (hides ? "@Hidden " : "") + (shows ? "@Visible " : "");
    }

    private String type(String name, Map<String, @Nullable Object> field) {
        Object cast = conversions.casts().get(name);
        if (cast != null) {
            return CAST.get(Json.text(cast));
        }
        if (isListOfKeys(name)) {
            return "List<Object>";
        }
        return texts.contains(name)
                ? "String"
                : TYPES.getOrDefault(Json.text(field.getOrDefault("type", "attr")), "Object");
    }

    private boolean isListOfKeys(String name) {
        return model.fields().values().stream()
                .anyMatch(field -> "hasManyBy".equals(field.get("type")) && name.equals(field.get("foreignKey")));
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(AttributeSource::literal).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> literal(entry.getKey()) + ", " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "Map.of(", ")"));
        }
        return Json.print(value) + (value instanceof Long ? "L" : "");
    }
}
