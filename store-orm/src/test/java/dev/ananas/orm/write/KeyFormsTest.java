package dev.ananas.orm.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import dev.ananas.store.Store;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The forms in which callers may give the key of a row. */
class KeyFormsTest {
    private final Store store = Store.create();
    private final EntityType<Rate> type = EntityType.builder("rates", Rate.class)
            .attribute("percent", BigDecimal.class, null)
            .attribute("name", String.class, null)
            .primaryKey("percent")
            .access(new RateAccess())
            .build();
    private final Repository<Rate> rates = Database.on(store, type).repository(type);

    record Rate(BigDecimal percent, String name) {}

    private static final class RateAccess implements Access<Rate> {
        @Override
        public Object get(Rate rate, int ordinal) {
            return ordinal == 0 ? rate.percent() : rate.name();
        }

        @Override
        public Rate create(Object[] components) {
            return new Rate((BigDecimal) components[0], (String) components[1]);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDecimalIsTheSameKeyWhateverItsScale() {
        rates.save(new Rate(new BigDecimal("7.50"), "low"));
        rates.save(new Rate(new BigDecimal("7.5"), "reduced"));

        assertThat(rates.all()).extracting(Rate::name).containsExactly("reduced");
        assertThat(rates.find(new BigDecimal("7.500"))).map(Rate::name).contains("reduced");
        rates.update(new BigDecimal("7.5000"), Patch.of("name", "middle"));
        assertThat(rates.find(new BigDecimal("7.5"))).map(Rate::name).contains("middle");
        rates.delete(new BigDecimal("7.50"));
        assertThat(rates.all()).isEmpty();
    }

    @Test
    void aKeyOfAnotherShapeOrClassIsAnError() {
        rates.save(new Rate(BigDecimal.ONE, "one"));

        assertThatThrownBy(() -> rates.find(1))
                .hasMessageContaining("Attribute \"rates.percent\"")
                .hasMessageContaining("cannot be compared with 1 (Integer)");
        assertThatThrownBy(() -> rates.find(Key.of(BigDecimal.ONE, "one")))
                .hasMessageContaining("expects a value of \"percent\" as key");
        assertThatThrownBy(() -> rates.find(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("key");
    }
}
