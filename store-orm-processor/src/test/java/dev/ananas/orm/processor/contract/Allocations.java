package dev.ananas.orm.processor.contract;

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

/** What reads allocate, through a generated entity type and through one built by hand: a program for a JVM that does not optimize. */
final class Allocations {
    private static final int USERS = 200;
    private static final int MEASURED = 20;

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

    private Allocations() {}

    /** Prints for each read its name and the bytes that it allocates through either entity type. */
    public static void main(String[] args) {
        try (Store generated = Store.create();
                Store byHand = Store.create()) {
            Repository<User> ours = filled(generated, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY);
            Repository<User> theirs = filled(byHand, Form.byHandUsers(), Form.byHandRoles(), Form.byHandLinks());
            for (Read read : Read.values()) {
                if (!read.read.apply(ours).equals(read.read.apply(theirs))) {
                    throw new IllegalStateException(read + " reads differ");
                }
                System.out.println(read + " " + bytes(read, ours) + " " + bytes(read, theirs));
            }
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

    private static long bytes(Read read, Repository<User> users) {
        for (int i = 0; i < MEASURED; i++) {
            read.read.apply(users);
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < MEASURED; i++) {
            read.read.apply(users);
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / MEASURED;
    }
}
