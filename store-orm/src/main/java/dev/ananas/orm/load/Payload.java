package dev.ananas.orm.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.Repository;
import dev.ananas.orm.internal.codec.Json;
import dev.ananas.orm.model.DataException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records in what a source answered: models, or records by names. JSON may be a text or a tree.
 *
 * @param records models if {@code named} is false, maps if it is true
 */
record Payload(List<?> records, boolean named) {

    /** Reads an answer; {@link DataException} with what was expected if there are no records in it. */
    static Payload of(@Nullable Object answer, LoadOptions options) {
        if (answer == null) {
            return new Payload(List.of(), true);
        }
        Function<Object, ?> transformer = options.transformer();
        Object data = transformer == null ? at(parsed(answer), options.dataKey()) : parsed(transformer.apply(answer));
        List<Object> records = new ArrayList<>();
        if (data instanceof Collection<?> list) {
            list.forEach(record -> records.add(record(record)));
        } else if (data instanceof JsonNode node && node.isArray()) {
            node.forEach(record -> records.add(record(record)));
        } else if (data != null) {
            records.add(record(data));
        }
        long named = records.stream().filter(Map.class::isInstance).count();
        if (named != 0 && named != records.size()) {
            throw new DataException("expected models or records by names, found both in one list");
        }
        return new Payload(records, named != 0 || records.isEmpty());
    }

    private static @Nullable Object parsed(@Nullable Object answer) {
        return answer instanceof CharSequence text ? Json.parse(text.toString()) : answer;
    }

    private static @Nullable Object at(@Nullable Object answer, @Nullable String key) {
        if (key == null) {
            return answer;
        }
        Object found = answer;
        for (String step : key.startsWith("/") ? key.substring(1).split("/") : new String[] {key}) {
            Object in = found;
            found = in instanceof Map<?, ?> map ? map.get(step) : in instanceof JsonNode node ? node.get(step) : null;
            if (found == null) {
                throw new DataException("expected the records at \"" + key + "\", found " + described(in)
                        + (step.equals(key) ? "" : " where \"" + step + "\" was expected"));
            }
        }
        return found;
    }

    private static Object record(@Nullable Object record) {
        if (record instanceof JsonNode node && node.isObject()) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return members;
        }
        if (record == null
                || record instanceof JsonNode
                || record instanceof CharSequence
                || record instanceof Number) {
            throw new DataException("expected a record or a list of records, found " + described(record));
        }
        return record;
    }

    private static String described(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return "an object with " + map.keySet();
        }
        if (value instanceof JsonNode node && node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return "an object with " + names;
        }
        return Objects.toString(value);
    }

    /** Stores the records; answers the models as stored. */
    <M> List<M> persist(Repository<M> repository, PersistBy how) {
        return named ? persistMaps(repository, how) : persistModels(repository, how);
    }

    @SuppressWarnings("unchecked") // a map whose keys are no texts has no attribute of any name
    private <M> List<M> persistMaps(Repository<M> repository, PersistBy how) {
        List<Map<String, ?>> maps = (List<Map<String, ?>>) records;
        return switch (how) {
            case SAVE -> repository.saveMaps(maps);
            case INSERT -> repository.insertMaps(maps);
            case FRESH -> repository.freshMaps(maps);
        };
    }

    @SuppressWarnings("unchecked") // a repository refuses what is no model of its entity
    private <M> List<M> persistModels(Repository<M> repository, PersistBy how) {
        List<M> models = (List<M>) records;
        return switch (how) {
            case SAVE -> repository.saveAll(models);
            case INSERT -> repository.insertAll(models);
            case FRESH -> repository.fresh(models);
        };
    }
}
