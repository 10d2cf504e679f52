package dev.ananas.orm.query;

import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A question put together at random, and the same in plain loops over all rows. */
final class RandomQuestion {
    private static final List<String> OPERATORS = List.of("=", "!=", ">", ">=", "<", "<=");

    private final Zoo zoo;
    private final Random random;
    private final String entity;
    private final List<Predicate<Row>> wanted = new ArrayList<>();
    private Comparator<Row> order = (a, b) -> 0;
    private Query<Row> query;
    private int offset;
    private int limit = Integer.MAX_VALUE;

    /** Relations that the order reads; what is loaded of them makes emissions that the plain values do not show. */
    private final Map<String, Predicate<Row>> loaded = new HashMap<>();

    /** A condition twice. */
    private record Twice(Condition<Row> condition, Predicate<Row> holds) {}

    /** What to ask, what to expect, and how to show both; whether more is loaded than shown, and whether there is a limit. */
    record Asking(
            Answer<?> answer,
            Supplier<Object> expected,
            Function<Object, Object> shown,
            boolean loads,
            boolean limited) {}

    RandomQuestion(Zoo zoo, Random random) {
        this.zoo = zoo;
        this.random = random;
        this.entity = one(List.copyOf(zoo.links.keySet()));
        this.query = zoo.tables.get(entity).query();
    }

    Asking asking() {
        for (int i = random.nextInt(3); i > 0; i--) {
            Twice where = condition(entity, 3);
            query = query.where(where.condition);
            wanted.add(where.holds);
        }
        if (random.nextInt(3) == 0) {
            List<Long> ids = LongStream.generate(() -> 1 + random.nextInt(6))
                    .limit(random.nextInt(4))
                    .boxed()
                    .collect(Collectors.toList());
            query = query.where("id", ids);
            wanted.add(row -> ids.contains(row.get("id")));
        }
        boolean oneOrder = random.nextInt(3) == 0;
        if (oneOrder) {
            bySize(random.nextBoolean(), random.nextBoolean());
        }
        for (int i = oneOrder ? 0 : random.nextInt(3); i > 0; i--) {
            order();
        }
        if (oneOrder || random.nextInt(3) == 0) {
            offset = random.nextInt(2);
            limit = 1 + random.nextInt(3);
            query = query.offset(offset).limit(limit);
        }
        return switch (random.nextInt(13)) {
            case 8 ->
                asking(
                        query.min("size"),
                        rows -> sizes(rows).min().stream().boxed().findFirst());
            case 9 ->
                asking(
                        query.avg("size"),
                        rows -> sizes(rows).average().stream().boxed().findFirst());
            case 10 -> asking(query.pluck("size"), rows -> values(rows, "size"));
            case 11 -> asking(query.groupBy("id"), rows -> groups(rows, row -> row.get("id")));
            case 0 -> asking(query.count(), rows -> (long) rows.size());
            case 1 -> asking(query.exists(), rows -> !rows.isEmpty());
            case 2 -> asking(query.sum("size"), rows -> sizes(rows).sum());
            case 3 ->
                asking(
                        query.max("size"),
                        rows -> sizes(rows).max().stream().boxed().findFirst());
            case 4 -> asking(query.pluck("name"), rows -> values(rows, "name"));
            case 5 -> asking(query.keys(), rows -> values(rows, "id"));
            case 6 -> asking(query.groupBy("name"), rows -> groups(rows, row -> row.get("name")));
            case 12 -> counting();
            default -> asking(query, RandomQuestion::plain);
        };
    }

    private Asking asking(Answer<?> answer, Function<List<Row>, Object> naive) {
        return new Asking(answer, () -> naive.apply(matches()), RandomQuestion::plain, !loaded.isEmpty(), limited());
    }

    /** Some models, each with the number of related ones that satisfy a condition. */
    private Asking counting() {
        Zoo.Link link = one(zoo.links.get(entity));
        if (link.one()) {
            return asking(query, RandomQuestion::plain);
        }
        Twice related = restriction(link, 2);
        String count = link.name() + Row.COUNT;
        return new Asking(
                query.withCount(link.name(), far -> far.where(related.condition)),
                () -> matches().stream()
                        .map(row -> List.of(row.attributes(), count(link, related, row)))
                        .collect(Collectors.toList()),
                rows -> ((List<?>) rows)
                        .stream()
                                .map(row -> List.of(((Row) row).attributes(), ((Row) row).get(count)))
                                .collect(Collectors.toList()),
                !loaded.isEmpty(),
                limited());
    }

    private boolean limited() {
        return offset > 0 || limit < Integer.MAX_VALUE;
    }

    private List<Row> matches() {
        Predicate<Row> all = wanted.stream().reduce(row -> true, Predicate::and);
        return zoo.tables.get(entity).all().stream()
                .filter(all)
                .sorted(order)
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private Twice condition(String on, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0 -> {
                String name = Changes.name(random);
                yield new Twice(Condition.of("name", "=", name), row -> Objects.equals(row.get("name"), name));
            }
            case 1 -> {
                long size = random.nextInt(4);
                yield new Twice(Condition.of("size", ">", size), row -> row.get("size") != null && size(row) > size);
            }
            case 2 -> size();
            case 3 -> name(on);
            case 4 -> {
                Twice other = condition(on, depth - 1);
                yield new Twice(other.condition.not(), other.holds.negate());
            }
            case 5 -> {
                Twice a = condition(on, depth - 1);
                Twice b = condition(on, depth - 1);
                yield new Twice(a.condition.or(b.condition), a.holds.or(b.holds));
            }
            default -> has(on, depth);
        };
    }

    /** A range of numbers, on one side or on both. */
    private Twice size() {
        long size = random.nextInt(5);
        String operator = one(OPERATORS);
        Twice one = new Twice(Condition.of("size", operator, size), row -> {
            boolean isNull = row.get("size") == null;
            return isNull ? operator.equals("!=") : compares(Long.compare(size(row), size), operator);
        });
        return random.nextBoolean() ? one : and(one, size());
    }

    /** The beginning of a text, or one of some texts. */
    private Twice name(String on) {
        String name = Changes.name(random);
        if (name == null || random.nextBoolean()) {
            List<String> names = Arrays.asList(name, Changes.name(random));
            return new Twice(Condition.of("name", "in", names), row -> names.contains((String) row.get("name")));
        }
        String beginning = name.substring(0, Math.min(1, name.length()));
        Condition<Row> like = on.isEmpty()
                ? Condition.of("name", "like", beginning + "%")
                : TextAttribute.<Row>text(on, "name").like(beginning + "%");
        return new Twice(like, row -> row.get("name") != null && ((String) row.get("name")).startsWith(beginning));
    }

    private static Twice and(Twice a, Twice b) {
        return new Twice(a.condition.and(b.condition), a.holds.and(b.holds));
    }

    private Twice has(String on, int depth) {
        Zoo.Link link = one(zoo.links.get(on));
        Twice related = restriction(link, depth);
        String operator = one(OPERATORS);
        int number = random.nextInt(3);
        return new Twice(
                Condition.has(link.name(), far -> far.where(related.condition), operator, number),
                row -> compares(Long.compare(count(link, related, row), number), operator));
    }

    private Twice restriction(Zoo.Link link, int depth) {
        return link.entities().size() > 1
                ? condition("", 0)
                : condition(link.entities().get(0), depth - 1);
    }

    private static long count(Zoo.Link link, Twice related, Row row) {
        long count = link.related().apply(row).stream()
                .filter(related.holds)
                .map(far -> far.get("id"))
                .distinct()
                .count();
        return link.one() ? Math.min(count, 1) : count;
    }

    private static boolean compares(int sign, String operator) {
        return switch (operator) {
            case "=" -> sign == 0;
            case "!=" -> sign != 0;
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            case "<" -> sign < 0;
            default -> sign <= 0;
        };
    }

    private void order() {
        Order<Row> term;
        Comparator<Row> naive;
        Zoo.Link link = one(zoo.links.get(entity));
        switch (random.nextInt(5)) {
            case 0 -> {
                term = Order.by("name");
                naive = ascending(row -> (String) row.get("name"));
            }
            case 1, 2 -> {
                bySize(random.nextBoolean(), random.nextBoolean());
                return;
            }
            case 3 -> {
                Twice related = restriction(link, 2);
                term = ToManyRelation.<Row, Row>many(entity, link.name()).count(far -> far.where(related.condition));
                naive = Comparator.comparing(row -> count(link, related, row));
            }
            default -> {
                if (!link.one()) {
                    return;
                }
                Predicate<Row> loaded = load(link);
                term = Order.by(link.name() + ".name");
                naive = ascending(row -> link.related().apply(row).stream()
                        .filter(loaded)
                        .findFirst()
                        .map(far -> (String) far.get("name"))
                        .orElse(null));
            }
        }
        boolean descending = random.nextBoolean();
        query = query.orderBy(descending ? term.reversed() : term);
        order = order.thenComparing(descending ? naive.reversed() : naive);
    }

    private void bySize(boolean descending, boolean nullsFirst) {
        Order<Row> term = descending ? Order.<Row>by("size").reversed() : Order.by("size");
        query = query.orderBy(nullsFirst ? term.nullsFirst() : term.nullsLast());
        Comparator<Long> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        order = order.thenComparing(
                row -> (Long) row.get("size"),
                nullsFirst ? Comparator.nullsFirst(values) : Comparator.nullsLast(values));
    }

    /** Loads a relation or not, in whole or in part; which of the related rows are to be seen. */
    private Predicate<Row> load(Zoo.Link link) {
        return loaded.computeIfAbsent(link.name(), name -> {
            if (random.nextInt(3) == 0) {
                return row -> true;
            }
            Twice related = restriction(link, 2);
            query = query.with(name, far -> far.where(related.condition));
            return related.holds;
        });
    }

    private static Comparator<Row> ascending(Function<Row, String> value) {
        return Comparator.comparing(value, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static long size(Row row) {
        return (Long) row.get("size");
    }

    private static LongStream sizes(List<Row> rows) {
        return rows.stream().filter(row -> row.get("size") != null).mapToLong(RandomQuestion::size);
    }

    private static List<Object> values(List<Row> rows, String attribute) {
        return rows.stream().map(row -> row.get(attribute)).collect(Collectors.toList());
    }

    private static Object groups(List<Row> rows, Function<Row, Object> key) {
        Map<Object, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return plain(groups);
    }

    /** Rows as their attributes, groups as lists in order. */
    private static Object plain(Object answer) {
        if (answer instanceof Row row) {
            return row.attributes();
        }
        if (answer instanceof List<?> list) {
            return list.stream().map(RandomQuestion::plain).collect(Collectors.toList());
        }
        if (answer instanceof Map<?, ?> groups) {
            List<Object> entries = new ArrayList<>();
            groups.forEach((key, rows) -> entries.add(Optional.ofNullable(key) + "=" + plain(rows)));
            return entries;
        }
        return answer;
    }
}
