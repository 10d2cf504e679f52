package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.AttributeShape;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A schema with every kind of relation, a few rows of it, and histories that touch every row and every column. Among the rows
 * are nulls in keys and orders, equal sort values, a pair that is linked twice, keys that lead nowhere, and parents of none, one
 * and several.
 */
final class FuzzZoo {
    private final Program fixture;

    FuzzZoo() {
        try (InputStream file = Objects.requireNonNull(FuzzZoo.class.getResourceAsStream("/fuzz-zoo.json"))) {
            fixture = Program.ofJson(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SchemaShape schema() {
        return fixture.schema();
    }

    List<Step> fixture() {
        return fixture.steps();
    }

    /** The fixture, some queries, and four phases on each table: remove all, add back, edit every column, edit back. */
    Program fourPhases(List<QueryShape> queries, Set<String> tables) {
        List<Step> steps = new ArrayList<>(fixture.steps());
        for (int i = 0; i < queries.size(); i++) {
            steps.add(new Step.Subscribe(i, queries.get(i)));
        }
        for (String table : tables) {
            EntityShape entity = schema().entity(table);
            List<Map<String, Object>> rows = rows(table);
            rows.forEach(row -> steps.add(new Step.DeleteKey(table, key(entity, row))));
            rows.forEach(row -> steps.add(new Step.Insert(table, List.of(row))));
            List<Step> back = new ArrayList<>();
            for (AttributeShape attribute : entity.attributes()) {
                if (!entity.key().contains(attribute.name())) {
                    edit(entity, attribute.name(), rows, steps, back);
                }
            }
            steps.addAll(back);
        }
        return new Program(schema(), steps, false);
    }

    /** Gives every row the value that the next one has in a column. */
    private static void edit(
            EntityShape entity, String column, List<Map<String, Object>> rows, List<Step> steps, List<Step> back) {
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            Object other = rows.get((i + 1) % rows.size()).get(column);
            steps.add(new Step.UpdateKey(entity.name(), key(entity, row), one(column, other)));
            back.add(new Step.UpdateKey(entity.name(), key(entity, row), one(column, row.get(column))));
        }
    }

    private static Map<String, Object> one(String column, Object value) {
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put(column, value);
        return patch;
    }

    private static Object key(EntityShape entity, Map<String, Object> row) {
        List<Object> key = Oracle.values(row, entity.key());
        return key.size() == 1 ? key.get(0) : key;
    }

    List<Map<String, Object>> rows(String table) {
        return fixture.steps().stream()
                .map(step -> (Step.Insert) step)
                .filter(insert -> insert.entity().equals(table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** The tables that queries read, also those that only a condition or an order reads. */
    Set<String> read(QueryShape query) {
        Set<String> tables = new LinkedHashSet<>(List.of(query.entity()));
        new QueryTables(schema(), tables).add(schema().entity(query.entity()), query.clauses());
        return tables;
    }
}
