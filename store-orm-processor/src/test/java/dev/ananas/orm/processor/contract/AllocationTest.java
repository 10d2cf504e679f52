package dev.ananas.orm.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.processor.readme.Role;
import dev.ananas.orm.processor.readme.RoleUser;
import dev.ananas.orm.processor.readme.RoleUser_;
import dev.ananas.orm.processor.readme.Role_;
import dev.ananas.orm.processor.readme.User;
import dev.ananas.orm.processor.readme.User_;
import dev.ananas.store.Store;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reads allocate: as much through a generated entity type as through one built by hand. Bytes, not time. */
class AllocationTest {
    private static final int USERS = 200;
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 200;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A read. */
    enum Read {
        FIND(users -> users.find(7L)),
        ATTRIBUTE_IN_A_PREDICATE(
                users -> users.query().where(User_.name.like("%9")).get()),
        WITH_ROLES(users -> users.query().where(User_.id.between(5L, 14L)).with(User_.roles).get().stream()
                .mapToInt(user -> user.roles().size())
                .sum());

        final Function<Repository<User>, Object> read;

        Read(Function<Repository<User>, Object> read) {
            this.read = read;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratedEntityTypeAllocatesWhatOneByHandDoes(Read read) {
        try (Store generated = Store.create();
                Store byHand = Store.create()) {
            Repository<User> ours = filled(generated, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY);
            Repository<User> theirs = filled(byHand, Form.byHandUsers(), Form.byHandRoles(), Form.byHandLinks());
            assertThat(read.read.apply(ours)).isEqualTo(read.read.apply(theirs));
            for (int i = 0; i < WARM_UP; i++) {
                read.read.apply(ours);
                read.read.apply(theirs);
            }
            long bytes = bytes(read, ours);
            assertThat(bytes).isPositive();
            assertThat(bytes).isCloseTo(bytes(read, theirs), Percentage.withPercentage(2));
        }
    }

    private static Repository<User> filled(
            Store store, EntityType<User> users, EntityType<Role> roles, EntityType<RoleUser> links) {
        Database db = Database.on(store, users, roles, links);
        List<User> all = new ArrayList<>();
        List<RoleUser> some = new ArrayList<>();
        for (long id = 0; id < USERS; id++) {
            all.add(User_.of(id, "user " + id, true));
            some.add(RoleUser_.of(id % 10, id, 1));
            some.add(RoleUser_.of((id + 1) % 10, id, 2));
        }
        db.repository(users).insertAll(all);
        db.repository(roles)
                .insertAll(LongStream.range(0, 10)
                        .mapToObj(id -> Role_.of(id, "role " + id))
                        .toList());
        db.repository(links).insertAll(some);
        return db.repository(users);
    }

    /** The least of several measurements: what the compiler of the JVM allocates meanwhile does not count. */
    private static long bytes(Read read, Repository<User> users) {
        long least = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int round = 0; round < 5; round++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int i = 0; i < MEASURED; i++) {
                read.read.apply(users);
            }
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
        }
        return least / MEASURED;
    }
}
