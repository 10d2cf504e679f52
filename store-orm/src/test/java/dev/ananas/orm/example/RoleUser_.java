package dev.ananas.orm.example;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.query.NumberAttribute;

/** Names and access of {@link RoleUser}. */
public final class RoleUser_ {
    public static final NumberAttribute<RoleUser, Long> roleId =
            NumberAttribute.number("roleUser", "roleId", Long.class);
    public static final NumberAttribute<RoleUser, Long> userId =
            NumberAttribute.number("roleUser", "userId", Long.class);
    public static final NumberAttribute<RoleUser, Integer> level =
            NumberAttribute.number("roleUser", "level", Integer.class);

    public static final EntityType<RoleUser> ENTITY = EntityType.builder("roleUser", RoleUser.class)
            .attribute("roleId", Long.class, null)
            .attribute("userId", Long.class, null)
            .attribute("level", Integer.class, 0)
            .primaryKey("roleId", "userId")
            .access(new RoleUserAccess())
            .build();

    private RoleUser_() {}

    public static RoleUser of(Long roleId, Long userId, int level) {
        return new RoleUser(roleId, userId, level);
    }

    public static Key key(Long roleId, Long userId) {
        return Key.of(roleId, userId);
    }

    private static final class RoleUserAccess implements Access<RoleUser> {
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
