package dev.ananas.orm.json;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.LoadProgress;
import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.ActionFailedException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Lists of records that are longer than what may be held. {@code -Djson.records=1000000} makes a document of 2 GB, more than
 * the memory of the tests.
 */
class LongStreamTest {
    private static final long SETTLED = 1 << 20;
    private static final int RECORDS = Integer.getInteger("json.records", 20_000);

    /** Dropped when a record is read, as no attribute has this name. */
    private static final String BALLAST = ",\"ballast\":\"" + "x".repeat(2_000) + "\"}";

    private final Tables tables = new Tables(
            EntityType.dynamic("users")
                    .number("id", null)
                    .string("name", "")
                    .hasMany("posts", "posts", "userId")
                    .build(),
            EntityType.dynamic("posts")
                    .number("id", null)
                    .number("userId", null)
                    .build());

    @AfterEach
    void close() {
        tables.close();
    }

    private static String user(int i) {
        return "{\"id\":" + i + ",\"name\":\"user " + i + "\"" + BALLAST;
    }

    @Test
    void aListOfAnyLengthIsStoredWithoutItsDocument() {
        JsonList document = new JsonList(RECORDS, LongStreamTest::user);
        long before = usedMemory();
        List<Long> ahead = new ArrayList<>();
        long[] most = {0};
        long count = tables.of("users").insertJson(document, records -> {
            ahead.add(document.made - records);
            if (records * 4 / RECORDS > (records - 1_000) * 4 / RECORDS) {
                most[0] = Math.max(most[0], usedMemory() - before);
            }
            return true;
        });
        assertThat(count).isEqualTo(RECORDS);
        assertThat(tables.of("users").query().count().get()).isEqualTo(RECORDS);
        assertThat(tables.of("users").find(RECORDS - 1).orElseThrow().get("name"))
                .isEqualTo("user " + (RECORDS - 1));
        assertThat(ahead).as("records read before they are needed").allMatch(records -> records < 100);
        assertThat(most[0])
                .as("bytes held of a document of %s bytes", document.bytes)
                .isBetween(1L, document.bytes / 2);
        assertThat(tables.store.version()).isEqualTo(1);
    }

    @Test
    void aWrongRecordInTheMiddleIsNamedByItsPlaceAndLeavesTheStoreAsItWas() {
        tables.of("users").saveMap(map("id", 0, "name", "before"));
        List<Integer> emitted = new ArrayList<>();
        tables.of("users").query().with("posts").flux().subscribe(users -> emitted.add(users.size()));
        Object state = tables.store.state();
        int middle = RECORDS / 2;
        fails(i -> i == middle ? "{\"id\":1,\"name\":[2]" + BALLAST : user(i), "/" + middle + "/name");
        fails(
                i -> i == middle ? "{\"id\":1,\"posts\":[{\"id\":1},{\"id\":{}}]" + BALLAST : user(i),
                "/" + middle + "/posts/1/id");
        fails(i -> i == middle ? "{\"name\":\"no key\"" + BALLAST : user(i), "\"id\"");
        fails(i -> i == middle ? "{\"id\":1,,}" : user(i), "JSON");
        assertThat(tables.store.state()).isSameAs(state);
        assertThat(tables.store.version()).isEqualTo(1);
        assertThat(emitted).containsExactly(1);
    }

    private void fails(IntFunction<String> records, String named) {
        JsonList document = new JsonList(RECORDS, records);
        assertThatThrownBy(() -> tables.of("users").saveJson(document, LoadProgress.IGNORED))
                .isInstanceOf(ActionFailedException.class)
                .hasMessageContaining(named);
        assertThat(document.closed).isTrue();
        assertThat(document.made)
                .as("records read of a list that fails in the middle")
                .isLessThan(RECORDS / 2 + 2_000);
    }

    /** What is held, when nothing more of what others left behind goes. */
    private static long usedMemory() {
        long used = Long.MAX_VALUE;
        for (long now = collected(); now < used - SETTLED; now = collected()) {
            used = now;
        }
        return used;
    }

    private static long collected() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** A JSON list whose records are made when they are read. */
    private static final class JsonList extends InputStream {
        private final int records;
        private final IntFunction<String> record;
        private byte[] part = {'['};
        private int at;
        private int made;
        private long bytes;
        private boolean closed;

        JsonList(int records, IntFunction<String> record) {
            this.records = records;
            this.record = record;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == part.length && made > records) {
                return -1;
            }
            if (at == part.length) {
                String next = made == records ? "]" : (made == 0 ? "" : ",") + record.apply(made);
                part = next.getBytes(StandardCharsets.UTF_8);
                at = 0;
                made++;
            }
            int read = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, offset, read);
            at += read;
            bytes += read;
            return read;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
