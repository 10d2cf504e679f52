package dev.ananas.orm.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A schema and a history of steps: all that a failure needs to happen again. {@code linger} says whether the store keeps the
 * results of a live query for a while after its last subscriber left.
 */
record Program(SchemaShape schema, List<Step> steps, boolean linger) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Program with(List<Step> newSteps) {
        return new Program(schema, newSteps, linger);
    }

    static Program ofJson(String json) {
        try {
            return JSON.readValue(json, Program.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String toJson() {
        try {
            StringBuilder text = new StringBuilder("{\"schema\": {\"entities\": [");
            String separator = "\n  ";
            for (SchemaShape.EntityShape entity : schema.entities()) {
                text.append(separator).append(JSON.writeValueAsString(entity));
                separator = ",\n  ";
            }
            text.append("]},\n \"steps\": [");
            separator = "\n  ";
            for (Step step : steps) {
                text.append(separator).append(JSON.writerFor(Step.class).writeValueAsString(step));
                separator = ",\n  ";
            }
            return text.append("],\n \"linger\": " + linger + "}\n").toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
