package dev.ananas.orm.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.store.Store;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Models of a class that were read without their hidden attributes, and come back to be saved. */
class HiddenWritesTest {
    record Account(Long id, String name, String password, int failures, boolean locked) {
        static final EntityType<Account> ENTITY = EntityType.builder("accounts", Account.class)
                .attribute("id", Long.class, null)
                .string("name", "")
                .string("password", "changeme")
                .hidden()
                .attribute("failures", Integer.class, 0)
                .hidden()
                .bool("locked", false)
                .hidden()
                .access(new AccountAccess())
                .build();

        Account named(String other) {
            return new Account(id, other, password, failures, locked);
        }
    }

    private static final class AccountAccess implements Access<Account> {
        @Override
        public Object get(Account account, int ordinal) {
            return switch (ordinal) {
                case 0 -> account.id();
                case 1 -> account.name();
                case 2 -> account.password();
                case 3 -> account.failures();
                case 4 -> account.locked();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public Account create(Object[] c) {
            return new Account((Long) c[0], (String) c[1], (String) c[2], (int) c[3], (boolean) c[4]);
        }
    }

    private static final Account STORED = new Account(1L, "ada", "s3cret", 4, true);

    private final Store store = Store.create();
    private final Database db = Database.on(store, Account.ENTITY);
    private final Repository<Account> accounts = db.repository(Account.ENTITY);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aModelThatWasReadAndIsSavedAgainKeepsWhatItDidNotShow() {
        accounts.save(STORED);
        Account read = accounts.query().first().orElseThrow();
        assertThat(read).isEqualTo(new Account(1L, "ada", null, 0, false));
        assertThat(accounts.save(read.named("eva"))).contains(read.named("eva"));
        assertThat(accounts.stored()).containsExactly(STORED.named("eva"));
        accounts.saveAll(List.of(accounts.find(1L).orElseThrow().named("ida")));
        assertThat(accounts.stored()).containsExactly(STORED.named("ida"));
    }

    @Test
    void aHiddenValueThatAModelHasIsStored() {
        accounts.save(STORED);
        Account read = accounts.query().makeVisible("*").first().orElseThrow();
        accounts.save(new Account(1L, read.name(), "other", read.failures() + 1, read.locked()));
        assertThat(accounts.stored()).containsExactly(new Account(1L, "ada", "other", 5, true));
    }

    @Test
    void aNewRecordIsStoredAsItIs() {
        Account plain = new Account(2L, "new", null, 0, false);
        accounts.save(plain);
        assertThat(accounts.stored()).containsExactly(plain);
    }

    @Test
    void nullAndZeroAreStoredWhereAnUpdateNamedDataOrAnInsertSaysSo() {
        accounts.save(STORED);
        accounts.update(1L, Patch.of("name", "eva"));
        assertThat(accounts.stored()).containsExactly(STORED.named("eva"));
        accounts.update(1L, Patch.of("locked", false));
        accounts.saveMap(Map.of("id", 1, "failures", 0));
        assertThat(accounts.stored()).containsExactly(new Account(1L, "eva", "s3cret", 0, false));
        accounts.insert(new Account(1L, "x", null, 0, false));
        assertThat(accounts.stored()).containsExactly(new Account(1L, "x", null, 0, false));
    }
}
