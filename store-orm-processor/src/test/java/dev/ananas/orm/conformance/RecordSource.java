package dev.ananas.orm.conformance;

import dev.ananas.orm.model.HookEvent;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of a scenario as annotated types of one package: records, and sealed interfaces where models share a store. A base with
 * records of its own gets one more case for them.
 */
final class RecordSource {
    private final Scenario scenario;
    private final Map<String, Map<String, String>> slots = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();

    RecordSource(Scenario scenario) {
        this.scenario = scenario;
        for (Scenario.Model model : scenario.models().values()) {
            if (Cases.isBase(model)) {
                isText(model.entity(), Cases.field(model));
            }
            for (Map<String, @Nullable Object> field : model.fields().values()) {
                if (field.containsKey("pivot")) {
                    slot(field);
                }
                if (field.containsKey("morphType")) {
                    String owner = field.get("type").equals("morphTo")
                            ? model.entity()
                            : Json.text(field.getOrDefault("pivot", field.get("related")));
                    isText(owner, Json.text(field.get("morphType")));
                }
            }
        }
    }

    private void isText(String entity, String field) {
        texts.computeIfAbsent(entity, any -> new HashSet<>()).add(field);
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

    /** Name of the type of an entity. */
    static String record(String entity) {
        return "The" + capitalized(entity);
    }

    /** Name of the case with the records that are of a base itself. */
    static String ownCase(String base) {
        return "own" + capitalized(base);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The pivots that a model takes: entity by name of the component. */
    Map<String, String> slots(String entity) {
        return slots.getOrDefault(entity, Map.of());
    }

    String write(String schema) {
        return "package " + schema + ";\n"
                + "import dev.ananas.orm.conformance.ScenarioCalls;\nimport dev.ananas.orm.model.*;\n"
                + "import dev.ananas.orm.view.*;\nimport java.time.Instant;\nimport java.util.*;\nimport org.jspecify.annotations.Nullable;\n"
                + "public interface Models {\n"
                + scenario.models().values().stream().map(this::type).collect(Collectors.joining("\n")) + "\n}\n";
    }

    private String type(Scenario.Model model) {
        List<String> methods = new ArrayList<>();
        if (model.base() != null) {
            return caseOf(scenario.model(model.base()), model, methods);
        }
        List<ComponentSource> components = components(model, methods);
        return Cases.isBase(model)
                ? base(model, components, methods)
                : "@Entity(\"" + model.entity() + "\") "
                        + record(record(model.entity()), "", components, model, methods);
    }

    private String base(Scenario.Model model, List<ComponentSource> components, List<String> methods) {
        String own = Cases.value(model, model.entity());
        String mark = "@Entity(value = \"" + model.entity() + "\", discriminator = \"" + Cases.field(model) + "\""
                + (own == null ? "" : ", fallback = \"" + own + "\"") + ") ";
        String base = mark + "sealed interface " + record(model.entity()) + " {\n"
                + components.stream().map(ComponentSource::accessor).collect(Collectors.joining("\n")) + "\n"
                + String.join("\n", methods) + "\n" + String.join("\n", hooks(model)) + "\n}\n";
        return own == null ? base : base + ownCase(model, own, components);
    }

    private static String ownCase(Scenario.Model base, String value, List<ComponentSource> inherited) {
        String entity = ownCase(base.entity());
        return "@Entity(\"" + entity + "\") @DiscriminatorValue(\"" + value + "\") record " + record(entity) + "("
                + inherited.stream().map(one -> one.repeated("").component()).collect(Collectors.joining(", "))
                + ") implements " + record(base.entity()) + " {}";
    }

    private String caseOf(Scenario.Model base, Scenario.Model model, List<String> methods) {
        AttributeSource inherited = attributes(base);
        List<ComponentSource> components = new ArrayList<>();
        for (ComponentSource one : components(base, new ArrayList<>())) {
            Map<String, @Nullable Object> again = model.fields().get(one.name());
            components.add(one.repeated(again == null ? "" : inherited.fallback(one.name(), again, methods)));
        }
        Set<String> known = new HashSet<>(base.fields().keySet());
        components(model, methods).stream()
                .filter(one -> !known.contains(one.name()))
                .forEach(components::add);
        String mark = "@Entity(\"" + model.entity() + "\") @DiscriminatorValue(\"" + Cases.valueIn(base, model.entity())
                + "\") ";
        String parent = " implements " + record(base.entity());
        return mark + record(record(model.entity()), parent, components, model, methods);
    }

    private String record(
            String name, String parent, List<ComponentSource> components, Scenario.Model model, List<String> methods) {
        return "record " + name + "(\n    "
                + components.stream().map(ComponentSource::component).collect(Collectors.joining(",\n    ")) + ")"
                + parent + " {\n" + String.join("\n", methods) + "\n" + String.join("\n", hooks(model)) + "\n}";
    }

    private AttributeSource attributes(Scenario.Model model) {
        return new AttributeSource(model, texts.getOrDefault(model.entity(), Set.of()));
    }

    private List<ComponentSource> components(Scenario.Model model, List<String> methods) {
        AttributeSource attributes = attributes(model);
        List<ComponentSource> components = new ArrayList<>();
        List<String> key = model.base() == null ? model.key().attributes() : List.of();
        key.forEach(name -> components.add(
                attributes.component(name, model.fields().getOrDefault(name, Map.of("type", "missing")), methods)));
        model.fields().forEach((name, field) -> {
            if (!key.contains(name)) {
                components.add(
                        field.containsKey("related")
                                ? RelationSource.component(name, field)
                                : attributes.component(name, field, methods));
            }
        });
        if (Boolean.TRUE.equals(model.members().get("meta"))) {
            components.add(new ComponentSource("@Timestamps ", "@Nullable Meta", "_meta"));
        }
        slots(model.entity())
                .forEach((name, pivot) ->
                        components.add(new ComponentSource("@Pivot ", "@Nullable " + record(pivot), name)));
        return components;
    }

    /** A static method for each hook; the scenario that is replayed says what it does. */
    private static List<String> hooks(Scenario.Model model) {
        Hooks<Row> hooks = new HookLog().hooks(model);
        List<String> methods = new ArrayList<>();
        for (HookEvent event : HookEvent.values()) {
            int before = hooks.before(event).size();
            for (int i = 0; i < before + hooks.after(event).size(); i++) {
                methods.add(hook(model.entity(), event, i, before > 0));
            }
        }
        return methods;
    }

    private static String hook(String entity, HookEvent event, int index, boolean before) {
        String change = "(Change<" + record(entity) + "> change) { ";
        String call = (before ? "return ScenarioCalls.before(" : "ScenarioCalls.after(")
                + Stream.of("\"" + entity + "\"", "HookEvent." + event, String.valueOf(index), "change")
                        .collect(Collectors.joining(", "))
                + "); }";
        return "    @On(HookEvent." + event + ") static " + (before ? "HookResult<" + record(entity) + ">" : "void")
                + " " + event.name().toLowerCase(Locale.ROOT) + index + change + call;
    }
}
