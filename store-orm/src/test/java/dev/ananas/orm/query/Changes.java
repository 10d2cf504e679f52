package dev.ananas.orm.query;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random writes to a {@link Zoo}. */
final class Changes {
    private static final int IDS = 5;

    private final Zoo zoo;
    private final Random random;
    private final List<String> entities;

    Changes(Zoo zoo, Random random) {
        this.zoo = zoo;
        this.random = random;
        this.entities = List.copyOf(zoo.tables.keySet());
    }

    static String name(Random random) {
        return Arrays.asList("ant", "bee", "cat", null).get(random.nextInt(4));
    }

    /** Writes one to {@code most} records in one transition. */
    void write(int most) {
        int count = 1 + random.nextInt(most);
        zoo.store.transaction("change", () -> {
            for (int i = 0; i < count; i++) {
                one();
            }
        });
    }

    private void one() {
        String entity = entities.get(random.nextInt(entities.size()));
        Repository<Row> table = zoo.tables.get(entity);
        int kind = random.nextInt(10);
        if (kind < 2) {
            table.delete(key(entity));
        } else if (kind == 2 && random.nextInt(8) == 0) {
            table.clear();
        } else if (kind < 6) {
            table.insertMaps(List.of(record(entity, true)));
        } else {
            table.saveMap(record(entity, false));
        }
    }

    private Object key(String entity) {
        return entity.equals("taggings") ? Key.of(id(), id(), item()) : id();
    }

    /** A record with all attributes, or with some. */
    private Map<String, Object> record(String entity, boolean whole) {
        Map<String, Object> record = new HashMap<>();
        for (String attribute : zoo.tables.get(entity).type().components().stream()
                .map(component -> component.name())
                .toList()) {
            boolean key = zoo.tables.get(entity).type().primaryKey().contains(attribute);
            Object value = value(attribute, key);
            if (value != this && (key || whole || random.nextInt(3) == 0)) {
                record.put(attribute, value);
            }
        }
        return record;
    }

    /** A value for an attribute; this for what is none. */
    private Object value(String attribute, boolean key) {
        if (!key && random.nextInt(6) == 0 && (attribute.endsWith("Id") || attribute.equals("size"))) {
            return null;
        }
        return switch (attribute) {
            case "name" -> name(random);
            case "size" -> random.nextInt(5);
            case "friendIds" -> ids();
            case "aboutType" -> random.nextInt(8) == 0 ? "nothing" : item();
            case "itemType" -> item();
            default -> attribute.equals("id") || attribute.endsWith("Id") ? id() : this;
        };
    }

    private List<Object> ids() {
        List<Object> ids = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ids.add(id());
        }
        return ids;
    }

    private String item() {
        return random.nextBoolean() ? "people" : "pets";
    }

    private Object id() {
        return 1 + random.nextInt(IDS);
    }
}
