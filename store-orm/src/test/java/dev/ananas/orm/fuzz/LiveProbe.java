package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.Engine.Emission;
import dev.ananas.orm.fuzz.Mismatch.About;
import dev.ananas.orm.fuzz.QueryShape.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One open live query: everything it emitted, checked after every step. */
final class LiveProbe {
    private final QueryShape query;
    private final SchemaShape schema;
    private final Contents contents;
    private final List<Emission> fresh = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private final List<Object> replica = new ArrayList<>();
    private Runnable end = () -> {};
    private Runnable endReplica = () -> {};
    private Throwable error;

    /** An answer with the content it had when it was emitted. */
    private record Published(Object answer, Object content) {}

    LiveProbe(SchemaShape schema, QueryShape query) {
        this.schema = schema;
        this.query = query;
        this.contents = new Contents(schema);
    }

    /** Subscribes; every emission also adds this probe to {@code arrivals}. */
    void open(Engine engine, List<LiveProbe> arrivals) {
        Consumer<Emission> emissions = emission -> {
            fresh.add(emission);
            arrivals.add(this);
        };
        end = engine.subscribe(query, emissions, thrown -> error = thrown);
        if (query.terminal() == Terminal.LIST) {
            endReplica = engine.replicate(query, replica, thrown -> error = thrown);
        }
    }

    void close() {
        end.run();
        endReplica.run();
    }

    QueryShape query() {
        return query;
    }

    /** Checks that nothing was emitted since the last check, such as before the end of a transaction. */
    void isSilent(int step) {
        if (!fresh.isEmpty()) {
            throw Mismatch.of(About.EMISSION, step, "an emission inside a transaction of " + query, "none", fresh);
        }
    }

    /**
     * Checks what was emitted since the last check: the expected answer if it is another one than before, else nothing.
     */
    int check(int step, Object expected, long version) {
        if (error != null) {
            throw new Mismatch(About.EXCEPTION, step, "the live query ended: " + query, error);
        }
        List<Emission> emitted = List.copyOf(fresh);
        fresh.clear();
        boolean changed = published.isEmpty() || !last().content().equals(expected);
        if (emitted.size() != (changed ? 1 : 0)) {
            String found = emitted.stream()
                    .map(emission -> contents.of(query, emission.answer()).toString())
                    .toList()
                    .toString();
            Object wanted = changed ? "[" + expected + "]" : "no emission, the answer still is " + expected;
            throw Mismatch.of(About.EMISSION, step, "emissions of " + query, wanted, found);
        }
        for (Emission emission : emitted) {
            accept(step, emission, expected, version);
        }
        if (query.terminal() == Terminal.LIST) {
            Object copy = contents.of(query, replica);
            if (!copy.equals(expected)) {
                throw Mismatch.of(About.REPLICA, step, "the changes of " + query, expected, copy);
            }
        }
        return emitted.size();
    }

    private void accept(int step, Emission emission, Object expected, long version) {
        Object content = contents.of(query, emission.answer());
        if (!content.equals(expected)) {
            throw Mismatch.of(About.ANSWER, step, "live answer of " + query, expected, content);
        }
        if (emission.version() != version) {
            throw Mismatch.of(About.VERSION, step, "version of an emission of " + query, version, emission.version());
        }
        if (!published.isEmpty()) {
            compareReferences(step, emission.answer(), content);
        }
        published.add(new Published(emission.answer(), content));
    }

    private Published last() {
        return published.get(published.size() - 1);
    }

    private void compareReferences(int step, Object answer, Object content) {
        if (query.terminal().loads()) {
            new KeptReferences(schema, query, step)
                    .compare(rows(last().answer()), nodes(last().content()), rows(answer), nodes(content));
        }
    }

    /** The models of an answer, those of groups one after the other. */
    private static List<?> rows(Object answer) {
        if (answer instanceof Map<?, ?> groups) {
            List<Object> rows = new ArrayList<>();
            groups.values().forEach(group -> rows.addAll((List<?>) group));
            return rows;
        }
        return answer instanceof Optional<?> optional ? optional.stream().toList() : (List<?>) answer;
    }

    private static List<Node> nodes(Object content) {
        List<Node> nodes = new ArrayList<>();
        if (content instanceof Optional<?> optional) {
            optional.ifPresent(node -> nodes.add((Node) node));
        } else {
            for (Object one : (List<?>) content) {
                if (one instanceof Node node) {
                    nodes.add(node);
                } else {
                    ((List<?>) ((List<?>) one).get(1)).forEach(node -> nodes.add((Node) node));
                }
            }
        }
        return nodes;
    }

    /** Checks that everything ever emitted still has the content it had, and that lists refuse to be changed. */
    void isUnchanged(int step) {
        for (Published one : published) {
            Object content = contents.of(query, one.answer());
            if (!content.equals(one.content())) {
                throw Mismatch.of(
                        About.IMMUTABILITY, step, "content of an earlier answer of " + query, one.content(), content);
            }
            if (one.answer() instanceof List<?> list) {
                try {
                    list.clear();
                } catch (UnsupportedOperationException e) {
                    continue;
                }
                throw Mismatch.of(About.IMMUTABILITY, step, "clear() on an answer of " + query, "refused", "done");
            }
        }
    }
}
