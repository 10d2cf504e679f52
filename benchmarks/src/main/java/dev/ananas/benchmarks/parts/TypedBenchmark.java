package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.Link_;
import dev.ananas.benchmarks.Models.Link;
import dev.ananas.benchmarks.Models.Role;
import dev.ananas.benchmarks.Models.User;
import dev.ananas.benchmarks.Role_;
import dev.ananas.benchmarks.User_;
import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads of records through the entity type that was generated for them, and through one that is written by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TypedBenchmark {
    private static final int USERS = 1000;
    private static final int ROLES = 10;

    /** Which entity types. */
    @SuppressWarnings("ImmutableEnumChecker") // entity types do not change
    public enum Form {
        /** Written by the processor. */
        GENERATED(User_.ENTITY, Role_.ENTITY, Link_.ENTITY),
        /** Written by somebody. */
        BY_HAND(HandTypes.USERS, HandTypes.ROLES, HandTypes.LINKS);

        private final EntityType<User> users;
        private final EntityType<Role> roles;
        private final EntityType<Link> links;

        Form(EntityType<User> users, EntityType<Role> roles, EntityType<Link> links) {
            this.users = users;
            this.roles = roles;
            this.links = links;
        }
    }

    @Param
    private Form form = Form.GENERATED;

    private final Store store = Store.create();
    private @Nullable Repository<User> users;
    private int at;

    /** Each user has two of the roles. */
    @Setup
    public void fill() {
        Database db = Database.on(store, form.users, form.roles, form.links);
        List<User> all = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int id = 0; id < USERS; id++) {
            all.add(User_.of(id, "user " + id, 20, id % 2 == 0));
            links.add(Link_.of(id % ROLES, id, 1));
            links.add(Link_.of((id + 1) % ROLES, id, 2));
        }
        List<Role> roles = new ArrayList<>();
        for (int id = 0; id < ROLES; id++) {
            roles.add(Role_.of(id, "role " + id));
        }
        db.repository(form.users).insertAll(all);
        db.repository(form.roles).insertAll(roles);
        db.repository(form.links).insertAll(links);
        users = db.repository(form.users);
    }

    /** Ends the store. */
    @TearDown
    public void close() {
        store.close();
    }

    private Repository<User> users() {
        return Objects.requireNonNull(users);
    }

    private int next() {
        at = (at + 7) % USERS;
        return at;
    }

    /** One user by key. */
    @Benchmark
    public Optional<User> find() {
        return users().find(next());
    }

    /** An attribute of each of 1,000 users, compared. */
    @Benchmark
    public long predicate() {
        return users().query().where(User_.name.like("%7")).count().get();
    }

    /** A user with its two roles and their pivots. */
    @Benchmark
    public List<User> withRoles() {
        return users().query().where(User_.id.eq(next())).with(User_.roles).get();
    }
}
