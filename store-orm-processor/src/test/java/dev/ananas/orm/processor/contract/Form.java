package dev.ananas.orm.processor.contract;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.processor.readme.Role;
import dev.ananas.orm.processor.readme.RoleUser;
import dev.ananas.orm.processor.readme.RoleUser_;
import dev.ananas.orm.processor.readme.Role_;
import dev.ananas.orm.processor.readme.User;
import dev.ananas.orm.processor.readme.User_;
import dev.ananas.orm.view.ToMany;

/** One schema of users, roles and links in three forms: generated, built by hand over the same records, and without classes. */
enum Form {
    GENERATED(User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY),
    BY_HAND(byHandUsers(), byHandRoles(), byHandLinks()),
    DYNAMIC(dynamicUsers(), dynamicRoles(), dynamicLinks());

    final EntityType<?> users;
    final EntityType<?> roles;
    final EntityType<?> links;

    Form(EntityType<?> users, EntityType<?> roles, EntityType<?> links) {
        this.users = users;
        this.roles = roles;
        this.links = links;
    }

    static EntityType<User> byHandUsers() {
        return EntityType.builder("users", User.class)
                .attribute("id", Long.class, null)
                .string("name", "")
                .bool("active", false)
                .notNull()
                .belongsToMany("roles", "roles", "roleUser", "userId", "roleId")
                .access(new UserByHand())
                .build();
    }

    static EntityType<Role> byHandRoles() {
        return EntityType.builder("roles", Role.class)
                .attribute("id", Long.class, null)
                .string("title", "")
                .pivot("pivot", "roleUser")
                .belongsToMany("users", "users", "roleUser", "roleId", "userId")
                .access(new RoleByHand())
                .build();
    }

    static EntityType<RoleUser> byHandLinks() {
        return EntityType.builder("roleUser", RoleUser.class)
                .attribute("roleId", Long.class, null)
                .attribute("userId", Long.class, null)
                .attribute("level", Integer.class, 0)
                .notNull()
                .primaryKey("roleId", "userId")
                .access(new LinkByHand())
                .build();
    }

    private static EntityType<Row> dynamicUsers() {
        return EntityType.dynamic("users")
                .number("id", null)
                .string("name", "")
                .bool("active", false)
                .notNull()
                .belongsToMany("roles", "roles", "roleUser", "userId", "roleId")
                .build();
    }

    private static EntityType<Row> dynamicRoles() {
        return EntityType.dynamic("roles")
                .number("id", null)
                .string("title", "")
                .belongsToMany("users", "users", "roleUser", "roleId", "userId")
                .build();
    }

    private static EntityType<Row> dynamicLinks() {
        return EntityType.dynamic("roleUser")
                .number("roleId", null)
                .number("userId", null)
                .number("level", 0)
                .notNull()
                .primaryKey("roleId", "userId")
                .build();
    }

    private static final class UserByHand implements Access<User> {
        @Override
        public Object get(User user, int ordinal) {
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
        public Object get(Role role, int ordinal) {
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
        public Object get(RoleUser link, int ordinal) {
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
