package dev.ananas.orm.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One story: models, and steps in order.
 *
 * @param id folder and name
 * @param start the present at the beginning
 * @param models by entity
 * @param steps in order
 */
record Scenario(String id, Instant start, Map<String, Model> models, List<Step> steps) {
    private static final long START = 1700000000000L;

    static Scenario of(@Nullable Object json) {
        Map<String, @Nullable Object> file = Json.map(json);
        Map<String, Model> models = new LinkedHashMap<>();
        Json.map(file.get("models")).forEach((entity, model) -> models.put(entity, new Model(entity, Json.map(model))));
        List<Step> steps = new ArrayList<>();
        for (Object step : Json.list(file.get("steps"))) {
            steps.add(new Step(steps.size() + 1, Json.map(step)));
        }
        Instant start = Json.instant(file.getOrDefault("clock", START));
        return new Scenario(Json.text(file.get("id")), start, models, steps);
    }

    /** The same story with other steps. */
    Scenario with(List<Step> others) {
        return new Scenario(id, start, models, others);
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

        /** A member that is a map; empty if it is absent. */
        Map<String, @Nullable Object> map(String member) {
            return members.get(member) == null ? Map.of() : Json.map(members.get(member));
        }

        /** The model whose store this one shares, or null. */
        @Nullable
        String base() {
            return members.get("baseEntity") == null ? null : Json.text(members.get("baseEntity"));
        }

        List<Map<String, @Nullable Object>> hooks() {
            return members.get("hooks") == null ? List.of() : Json.maps(members.get("hooks"));
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
