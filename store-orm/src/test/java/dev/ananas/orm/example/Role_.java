package dev.ananas.orm.example;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.view.ToMany;

/** Names and access of {@link Role}. */
public final class Role_ {
    public static final NumberAttribute<Role, Long> id = NumberAttribute.number("roles", "id", Long.class);
    public static final TextAttribute<Role> title = TextAttribute.text("roles", "title");
    public static final PivotRelation<Role, User, RoleUser> users = PivotRelation.through("roles", "users");

    public static final EntityType<Role> ENTITY = EntityType.builder("roles", Role.class)
            .attribute("id", Long.class, null)
            .string("title", "")
            .pivot("pivot", "roleUser")
            .belongsToMany("users", "users", "roleUser", "roleId", "userId")
            .access(new RoleAccess())
            .build();

    private Role_() {}

    public static Role of(Long id, String title) {
        return new Role(id, title, null, ToMany.notLoaded("Role", "users"));
    }

    private static final class RoleAccess implements Access<Role> {
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
}
