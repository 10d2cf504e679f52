package dev.ananas.orm.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The models of a scenario as annotated records of one package. Attributes without a type are objects. */
final class RecordSource {
    private static final Map<String, String> TYPES =
            Map.of("attr", "Object", "number", "Object", "string", "String", "boolean", "Boolean", "uid", "String");

    private final Scenario scenario;
    private final Map<String, Map<String, String>> slots = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    RecordSource(Scenario scenario) {
        this.scenario = scenario;
        for (Scenario.Model model : scenario.models().values()) {
            for (Map<String, @Nullable Object> field : model.fields().values()) {
                if (field.containsKey("pivot")) {
                    slot(field);
                }
                if (field.containsKey("morphType")) {
                    keepsNames(model, field);
                }
            }
        }
    }

    /** A component for the pivot; where pivots of several entities arrive under one name, one for each. */
    private void slot(Map<String, @Nullable Object> field) {
        String pivot = Json.text(field.get("pivot"));
        String name = field.get("as") == null ? "pivot" : Json.text(field.get("as"));
        Map<String, String> others =
                slots.computeIfAbsent(Json.text(field.get("related")), any -> new LinkedHashMap<>());
        String known = others.putIfAbsent(name, pivot);
        if (known != null && !known.equals(pivot)) {
            others.put(name + "Of" + record(pivot), pivot);
        }
    }

    private void keepsNames(Scenario.Model model, Map<String, @Nullable Object> field) {
        String owner = field.get("type").equals("morphTo")
                ? model.entity()
                : Json.text(field.getOrDefault("pivot", field.get("related")));
        names.computeIfAbsent(owner, any -> new HashSet<>()).add(Json.text(field.get("morphType")));
    }

    /** Name of the record of an entity. */
    static String record(String entity) {
        return "The" + entity.substring(0, 1).toUpperCase(Locale.ROOT) + entity.substring(1);
    }

    /** The pivots that a model takes: entity by name of the component. */
    Map<String, String> slots(String entity) {
        return slots.getOrDefault(entity, Map.of());
    }

    String write(String schema) {
        String records = scenario.models().values().stream().map(this::record).collect(Collectors.joining("\n"));
        return "package " + schema + ";\n"
                + "import dev.ananas.orm.model.*;\nimport dev.ananas.orm.view.*;\nimport java.util.*;\n"
                + "import org.jspecify.annotations.Nullable;\n"
                + "public interface Models {\n" + records + "\n}\n";
    }

    private String record(Scenario.Model model) {
        List<String> components = new ArrayList<>();
        List<String> methods = new ArrayList<>();
        List<String> key = model.key().attributes();
        key.forEach(name -> components.add(
                attribute(model, name, model.fields().getOrDefault(name, Map.of("type", "missing")), methods)));
        model.fields().forEach((name, field) -> {
            if (!key.contains(name)) {
                components.add(
                        TYPES.containsKey(Json.text(field.get("type")))
                                ? attribute(model, name, field, methods)
                                : RelationSource.component(name, field));
            }
        });
        slots(model.entity())
                .forEach((name, pivot) -> components.add("@Pivot @Nullable " + record(pivot) + " " + name));
        return "@Entity(\"" + model.entity() + "\") record " + record(model.entity()) + "(\n    "
                + String.join(",\n    ", components) + ") {\n" + String.join("\n", methods) + "\n}";
    }

    private String attribute(
            Scenario.Model model, String name, Map<String, @Nullable Object> field, List<String> methods) {
        String type = type(model, name, field);
        Object value = field.get("default");
        String annotations = model.key().attributes().contains(name) ? "@Id " : "";
        if ("uid".equals(field.get("type"))) {
            annotations += "@Uid ";
        }
        if (value != null) {
            String method = "default" + methods.size();
            annotations += "@Default(method = \"" + method + "\") ";
            methods.add("    static " + type + " " + method + "() { return " + literal(value) + "; }");
        }
        return annotations + "@Nullable " + type + " " + name;
    }

    private String type(Scenario.Model model, String name, Map<String, @Nullable Object> field) {
        if (isListOfKeys(model, name)) {
            return "List<Object>";
        }
        boolean isName = names.getOrDefault(model.entity(), Set.of()).contains(name);
        return isName ? "String" : TYPES.get(Json.text(field.get("type")));
    }

    private static boolean isListOfKeys(Scenario.Model model, String name) {
        return model.fields().values().stream()
                .anyMatch(field -> "hasManyBy".equals(field.get("type")) && name.equals(field.get("foreignKey")));
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(RecordSource::literal).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> literal(entry.getKey()) + ", " + literal(entry.getValue()))
                    .collect(Collectors.joining(", ", "Map.of(", ")"));
        }
        return Json.print(value) + (value instanceof Long ? "L" : "");
    }
}
