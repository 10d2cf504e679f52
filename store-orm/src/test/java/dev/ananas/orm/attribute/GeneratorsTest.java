package dev.ananas.orm.attribute;

import static dev.ananas.orm.example.Tables.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Tables;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.IdGenerator;
import dev.ananas.orm.model.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids, times and nulls. */
class GeneratorsTest {

    private static Tables things(IdGenerator ids) {
        return new Tables(
                EntityType.dynamic("things").uid("id", ids).string("name", "").build());
    }

    private static Object saved(Tables tables, String name) {
        return tables.of("things").saveMap(map("name", name)).orElseThrow().get("id");
    }

    @Test
    void nanoidsAreShortTexts() {
        try (Tables tables = things(IdGenerator.nanoid());
                Tables digits = things(IdGenerator.nanoid(5, "0123456789"))) {
            assertThat(saved(tables, "a").toString()).matches("[A-Za-z0-9_-]{21}");
            assertThat(saved(tables, "b")).isNotEqualTo(saved(tables, "c"));
            assertThat(saved(digits, "a").toString()).matches("[0-9]{5}");
        }
    }

    @Test
    void aSequenceCountsOnFromTheHighestNumberThereEverWas() {
        try (Tables tables = things(IdGenerator.sequence())) {
            assertThat(saved(tables, "a")).isEqualTo(1L);
            assertThat(saved(tables, "b")).isEqualTo(2L);
            tables.of("things").saveMap(map("id", 10, "name", "c"));
            assertThat(saved(tables, "d")).isEqualTo(11L);
            tables.of("things").delete(11L);
            tables.of("things").clear();
            assertThat(saved(tables, "e")).isEqualTo(12L);
        }
    }

    @Test
    void aSequenceIsPartOfTheState() {
        try (Tables tables = things(IdGenerator.sequence())) {
            assertThatThrownBy(() -> tables.store.transaction("fails", () -> {
                        saved(tables, "a");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(saved(tables, "b")).isEqualTo(1L);
        }
    }

    @Test
    void generatorsAreChecked() {
        assertThatThrownBy(() -> IdGenerator.nanoid(0, "ab"))
                .hasMessage("nanoid expects a size of 1 or more and an alphabet of 2 or more characters, found 0 and"
                        + " \"ab\"");
    }

    @Test
    void nullIsRefusedWhereItIsDeclared() {
        EntityType<Row> type = EntityType.dynamic("things")
                .attr("id", null)
                .string("name", null)
                .notNull()
                .build();
        try (Tables tables = new Tables(type)) {
            assertThatThrownBy(() -> tables.of("things").saveMap(map("id", 1)))
                    .rootCause()
                    .hasMessage("Attribute \"things.name\" takes no null, found {id=1}; give it a value");
        }
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.ofEpochSecond(100);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void timestampsAreKeptAndShownWhenAskedFor() {
        Hand clock = new Hand();
        EntityType<Row> type = EntityType.dynamic("things")
                .attr("id", null)
                .string("name", "")
                .timestamps()
                .build();
        try (Tables tables = new Tables(clock, type)) {
            List<List<Row>> seen = new ArrayList<>();
            tables.of("things").saveMap(map("id", 1, "name", "a"));
            tables.of("things").query().flux().subscribe(seen::add);
            clock.now = Instant.ofEpochMilli(160_500);
            tables.of("things").saveMap(map("id", 1));
            assertThat(tables.rows("things")).containsExactly("things{id=1, name=a}");
            assertThat(tables.of("things").query().withMeta().get())
                    .hasToString("[things{id=1, name=a, _meta={createdAt=100, updatedAt=160}}]");
            assertThat(seen).as("emissions without meta").hasSize(1);
        }
    }
}
