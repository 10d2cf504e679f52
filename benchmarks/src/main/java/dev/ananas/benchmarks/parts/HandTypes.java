package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.Models.Link;
import dev.ananas.benchmarks.Models.Role;
import dev.ananas.benchmarks.Models.User;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Entity types of the annotated records, as somebody would write them who has no processor. */
final class HandTypes {
    static final EntityType<User> USERS = EntityType.builder("users", User.class)
            .attribute("id", Integer.class, null)
            .string("name", "")
            .attribute("age", Integer.class, 0)
            .bool("active", false)
            .notNull()
            .belongsToMany("roles", "roles", "links", "userId", "roleId")
            .access(new UserByHand())
            .build();

    static final EntityType<Role> ROLES = EntityType.builder("roles", Role.class)
            .attribute("id", Integer.class, null)
            .string("title", "")
            .pivot("pivot", "links")
            .belongsToMany("users", "users", "links", "roleId", "userId")
            .access(new RoleByHand())
            .build();

    static final EntityType<Link> LINKS = EntityType.builder("links", Link.class)
            .attribute("roleId", Integer.class, null)
            .attribute("userId", Integer.class, null)
            .attribute("level", Integer.class, 0)
            .notNull()
            .primaryKey("roleId", "userId")
            .access(new LinkByHand())
            .build();

    private HandTypes() {}

    private static final class UserByHand implements Access<User> {
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

    private static final class RoleByHand implements Access<Role> {
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

    private static final class LinkByHand implements Access<Link> {
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
