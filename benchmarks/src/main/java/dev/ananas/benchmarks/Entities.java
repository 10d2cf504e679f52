package dev.ananas.benchmarks;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.query.BooleanAttribute;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.view.ToMany;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users, roles and their links as entity types of Ananas. */
final class Entities {
    static final NumberAttribute<User, Integer> USER_ID = NumberAttribute.number("users", "id", Integer.class);
    static final TextAttribute<User> NAME = TextAttribute.text("users", "name");
    static final NumberAttribute<User, Integer> AGE = NumberAttribute.number("users", "age", Integer.class);
    static final BooleanAttribute<User> ACTIVE = BooleanAttribute.bool("users", "active");
    static final PivotRelation<User, Role, Link> ROLES_OF_USER = PivotRelation.through("users", "roles");
    static final NumberAttribute<Role, Integer> ROLE_ID = NumberAttribute.number("roles", "id", Integer.class);
    static final TextAttribute<Role> TITLE = TextAttribute.text("roles", "title");
    static final PivotRelation<Role, User, Link> USERS_OF_ROLE = PivotRelation.through("roles", "users");

    static final EntityType<User> USERS = EntityType.builder("users", User.class)
            .attribute("id", Integer.class, null)
            .string("name", "")
            .attribute("age", Integer.class, 0)
            .bool("active", false)
            .belongsToMany("roles", "roles", "links", "userId", "roleId")
            .access(new UserAccess())
            .build();

    static final EntityType<Role> ROLES = EntityType.builder("roles", Role.class)
            .attribute("id", Integer.class, null)
            .string("title", "")
            .pivot("pivot", "links")
            .belongsToMany("users", "users", "links", "roleId", "userId")
            .access(new RoleAccess())
            .build();

    static final EntityType<Link> LINKS = EntityType.builder("links", Link.class)
            .attribute("roleId", Integer.class, null)
            .attribute("userId", Integer.class, null)
            .attribute("level", Integer.class, 0)
            .primaryKey("roleId", "userId")
            .access(new LinkAccess())
            .build();

    private static final ToMany<Role> NO_ROLES = ToMany.notLoaded("User", "roles");
    private static final ToMany<User> NO_USERS = ToMany.notLoaded("Role", "users");

    private Entities() {}

    record User(int id, String name, int age, boolean active, ToMany<Role> roles) implements Peer.Row {}

    record Role(int id, String title, @Nullable Link pivot, ToMany<User> users) implements Peer.Role {
        @Override
        public int level() {
            return Objects.requireNonNull(pivot).level();
        }
    }

    record Link(int roleId, int userId, int level) {}

    static User user(int id, String name, int age, boolean active) {
        return new User(id, name, age, active, NO_ROLES);
    }

    static Role role(int id, String title) {
        return new Role(id, title, null, NO_USERS);
    }

    static Key linkKey(int roleId, int userId) {
        return Key.of(roleId, userId);
    }

    private static final class UserAccess implements Access<User> {
        @Override
        public @Nullable Object get(User user, int ordinal) {
            return switch (ordinal) {
                case 0 -> user.id();
                case 1 -> user.name();
                case 2 -> user.age();
                case 3 -> user.active();
                case 4 -> user.roles();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public User create(Object[] c) {
            return new User((int) c[0], (String) c[1], (int) c[2], (boolean) c[3], (ToMany<Role>) c[4]);
        }
    }

    private static final class RoleAccess implements Access<Role> {
        @Override
        public @Nullable Object get(Role role, int ordinal) {
            return switch (ordinal) {
                case 0 -> role.id();
                case 1 -> role.title();
                case 2 -> role.pivot();
                case 3 -> role.users();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Role create(Object[] c) {
            return new Role((int) c[0], (String) c[1], (Link) c[2], (ToMany<User>) c[3]);
        }
    }

    private static final class LinkAccess implements Access<Link> {
        @Override
        public @Nullable Object get(Link link, int ordinal) {
            return switch (ordinal) {
                case 0 -> link.roleId();
                case 1 -> link.userId();
                case 2 -> link.level();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public Link create(Object[] c) {
            return new Link((int) c[0], (int) c[1], (int) c[2]);
        }
    }
}
