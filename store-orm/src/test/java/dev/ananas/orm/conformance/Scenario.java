package dev.ananas.orm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One story: models, and steps in order.
 *
 * @param id folder and name
 * @param models by entity
 * @param steps in order
 */
record Scenario(String id, Map<String, Model> models, List<Step> steps) {

    static Scenario of(@Nullable Object json) {
        Map<String, @Nullable Object> file = Json.map(json);
        Map<String, Model> models = new LinkedHashMap<>();
        Json.map(file.get("models")).forEach((entity, model) -> models.put(entity, new Model(entity, Json.map(model))));
        List<Step> steps = new ArrayList<>();
        for (Object step : Json.list(file.get("steps"))) {
            steps.add(new Step(steps.size() + 1, Json.map(step)));
        }
        return new Scenario(Json.text(file.get("id")), models, steps);
    }

    Model model(String entity) {
        Model model = models.get(entity);
        if (model == null) {
            throw new IllegalArgumentException("No model of entity \"" + entity + "\" in " + models.keySet());
        }
        return model;
    }

    /** A model as written. */
    record Model(String entity, Map<String, @Nullable Object> members) {

        Keys key() {
            return new Keys(members.get("primaryKey") == null ? List.of("id") : Json.texts(members.get("primaryKey")));
        }

        Map<String, Map<String, @Nullable Object>> fields() {
            Map<String, Map<String, @Nullable Object>> fields = new LinkedHashMap<>();
            Json.map(members.get("fields")).forEach((name, field) -> fields.put(name, Json.map(field)));
            return fields;
        }

        /** The related entities of a relation; none if there is no such relation. */
        List<String> related(String relation) {
            Map<String, @Nullable Object> field = fields().get(relation);
            return field == null ? List.of() : Json.texts(field.get("related"));
        }
    }

    /** A step as written; numbers start from 1. */
    record Step(int number, Map<String, @Nullable Object> members) {

        String kind() {
            return text("do");
        }

        boolean has(String member) {
            return members.containsKey(member);
        }

        boolean flag(String member) {
            return Boolean.TRUE.equals(members.get(member));
        }

        @Nullable
        Object get(String member) {
            return members.get(member);
        }

        String text(String member) {
            return Json.text(members.get(member));
        }

        boolean anyOrder() {
            return "any".equals(members.get("order"));
        }

        /** What is needed to read a failure: the input without the answer. */
        String input() {
            Map<String, @Nullable Object> input = new LinkedHashMap<>(members);
            input.remove("returns");
            return Json.print(input);
        }
    }
}
