package dev.ananas.orm.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.DataException;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.ValueType;
import dev.ananas.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists, sets and maps of a declared type, and defaults that are made anew. */
class ContentsTest {
    private final Store store = Store.create();
    private final AtomicInteger made = new AtomicInteger();
    private final Repository<Plan> plans = plans();

    record Plan(Long id, List<LocalDate> days, Set<Long> users, Map<Integer, List<String>> notes, int number) {}

    private Repository<Plan> plans() {
        EntityType<Plan> type = EntityType.builder("plans", Plan.class)
                .attribute("id", Long.class, null)
                .attribute("days", ValueType.list(ValueType.of(LocalDate.class)), List.of())
                .attribute("users", ValueType.set(ValueType.of(Long.class)), Set.of())
                .attribute(
                        "notes",
                        ValueType.map(ValueType.of(Integer.class), ValueType.list(ValueType.of(String.class))),
                        Map.of())
                .attribute("number", Integer.class, null)
                .defaultBy(made::incrementAndGet)
                .access(new PlanAccess())
                .build();
        return Database.on(store, type).repository(type);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void elementsOfDataGetTheirType() {
        plans.saveJson("{\"id\": 1, \"days\": [\"2026-01-31\"], \"users\": [3, 1, 3], \"notes\": {\"7\": [\"a\"]}}");
        Plan plan = plans.find(1L).orElseThrow();
        assertThat(plan.days()).containsExactly(LocalDate.of(2026, 1, 31));
        assertThat(plan.users()).containsExactly(3L, 1L);
        assertThat(plan.notes()).containsExactly(Map.entry(7, List.of("a")));
    }

    @Test
    void whatIsStoredDoesNotChangeWithWhatWasGiven() {
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.EPOCH));
        Set<Long> users = new LinkedHashSet<>(Set.of(1L));
        plans.saveMap(Map.of("id", 1L, "days", days, "users", users));
        days.clear();
        users.clear();
        Plan plan = plans.find(1L).orElseThrow();
        assertThat(plan.days()).containsExactly(LocalDate.EPOCH);
        assertThat(plan.users()).containsExactly(1L);
        assertThatThrownBy(() -> plan.users().add(2L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anElementOfAnotherTypeIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> plans.saveJson("{\"id\": 1, \"days\": [\"2026-01-31\", 5]}"))
                .rootCause()
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Attribute \"plans.days\" expects a list whose elements are each a value of"
                        + " LocalDate, found");
        assertThatThrownBy(() -> plans.saveJson("{\"id\": 1, \"notes\": {\"x\": []}}"))
                .rootCause()
                .hasMessageContaining("a map whose keys are each a value of Integer and whose values are each a list");
        assertThatThrownBy(() -> plans.saveJson("{\"id\": 1, \"users\": 5}"))
                .rootCause()
                .hasMessageContaining("a set whose elements are each a value of Long");
        assertThat(plans.all()).isEmpty();
    }

    @Test
    void aDefaultIsMadeAnewForEachRecordThatDoesNotNameIt() {
        plans.saveJson("[{\"id\": 1}, {\"id\": 2, \"number\": 9}, {\"id\": 3}]");
        assertThat(plans.all()).extracting(Plan::number).doesNotHaveDuplicates().contains(9);
    }

    private static final class PlanAccess implements Access<Plan> {
        @Override
        public Object get(Plan plan, int ordinal) {
            return switch (ordinal) {
                case 0 -> plan.id();
                case 1 -> plan.days();
                case 2 -> plan.users();
                case 3 -> plan.notes();
                case 4 -> plan.number();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Plan create(Object[] c) {
            return new Plan(
                    (Long) c[0], (List<LocalDate>) c[1], (Set<Long>) c[2], (Map<Integer, List<String>>) c[3], (int)
                            c[4]);
        }
    }
}
