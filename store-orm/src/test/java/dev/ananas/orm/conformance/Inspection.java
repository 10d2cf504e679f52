package dev.ananas.orm.conformance;

import dev.ananas.orm.Repository;
import dev.ananas.orm.conformance.Answers.Pivots;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one record.
 *
 * @param repository of its entity
 * @param key of its model
 * @param model the record
 */
record Inspection(Repository<Row> repository, Keys key, Object model) {

    private Row row() {
        return Rows.of(model);
    }

    /** One answer per operation. */
    List<@Nullable Object> answers(List<@Nullable Object> operations) {
        List<@Nullable Object> answers = new ArrayList<>();
        for (Object operation : operations) {
            answers.add(answer(Json.text(Json.list(operation).get(0))));
        }
        return answers;
    }

    private @Nullable Object answer(String operation) {
        return switch (operation) {
            case "key" -> keyOfRow();
            case "entity" -> row().type().name();
            case "json" -> Json.parse(json().toString());
            case "attributes" -> Answers.plain(row().attributes());
            case "value" -> Answers.of(model, Pivots.NONE);
            default -> throw new IllegalArgumentException("Unknown model operation \"" + operation + "\"");
        };
    }

    private @Nullable Object keyOfRow() {
        Map<String, @Nullable Object> values = row().attributes();
        List<@Nullable Object> parts = new ArrayList<>();
        key.attributes().forEach(attribute -> parts.add(values.get(attribute)));
        return key.isComposite() ? parts : parts.get(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object json() {
        return ((Repository) repository).toJson(model);
    }
}
