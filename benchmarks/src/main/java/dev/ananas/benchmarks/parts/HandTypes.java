package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.parts.Models.Role;
import dev.ananas.benchmarks.parts.Models.RoleUser;
import dev.ananas.benchmarks.parts.Models.User;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Entity types of the annotated records, as somebody would write them who has no processor. */
final class HandTypes {
    static final EntityType<User> USERS = EntityType.builder("users", User.class)
            .attribute("id", Long.class, null)
            .string("name", "")
            .bool("active", false)
            .notNull()
            .belongsToMany("roles", "roles", "roleUser", "userId", "roleId")
            .access(new UserByHand())
            .build();

    static final EntityType<Role> ROLES = EntityType.builder("roles", Role.class)
            .attribute("id", Long.class, null)
            .string("title", "")
            .pivot("pivot", "roleUser")
            .belongsToMany("users", "users", "roleUser", "roleId", "userId")
            .access(new RoleByHand())
            .build();

    static final EntityType<RoleUser> LINKS = EntityType.builder("roleUser", RoleUser.class)
            .attribute("roleId", Long.class, null)
            .attribute("userId", Long.class, null)
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
                case 2 -> user.active();
                case 3 -> user.roles();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public User create(Object[] c) {
            return new User((Long) c[0], (String) c[1], (boolean) c[2], (ToMany<Role>) c[3]);
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
            return new Role((Long) c[0], (String) c[1], (RoleUser) c[2], (ToMany<User>) c[3]);
        }
    }

    private static final class LinkByHand implements Access<RoleUser> {
        @Override
        public @Nullable Object get(RoleUser link, int ordinal) {
            return switch (ordinal) {
                case 0 -> link.roleId();
                case 1 -> link.userId();
                case 2 -> link.level();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        public RoleUser create(Object[] c) {
            return new RoleUser((Long) c[0], (Long) c[1], (int) c[2]);
        }
    }
}
