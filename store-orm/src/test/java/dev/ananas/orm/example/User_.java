package dev.ananas.orm.example;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.BooleanAttribute;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToManyRelation;
import dev.ananas.orm.view.ToMany;

/** Names and access of {@link User}. */
public final class User_ {
    public static final NumberAttribute<User, Long> id = NumberAttribute.number("users", "id", Long.class);
    public static final TextAttribute<User> name = TextAttribute.text("users", "name");
    public static final BooleanAttribute<User> active = BooleanAttribute.bool("users", "active");
    public static final PivotRelation<User, Role, RoleUser> roles = PivotRelation.through("users", "roles");
    public static final ToManyRelation<User, Post> posts = ToManyRelation.many("users", "posts");

    public static final EntityType<User> ENTITY = EntityType.builder("users", User.class)
            .attribute("id", Long.class, null)
            .string("name", "")
            .bool("active", false)
            .belongsToMany("roles", "roles", "roleUser", "userId", "roleId")
            .hasMany("posts", "posts", "userId")
            .access(new UserAccess())
            .build();

    private User_() {}

    public static User of(Long id, String name, boolean active) {
        return new User(id, name, active, ToMany.notLoaded("User", "roles"), ToMany.notLoaded("User", "posts"));
    }

    private static final class UserAccess implements Access<User> {
        @Override
        public Object get(User user, int ordinal) {
            return switch (ordinal) {
                case 0 -> user.id();
                case 1 -> user.name();
                case 2 -> user.active();
                case 3 -> user.roles();
                case 4 -> user.posts();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public User create(Object[] c) {
            return new User((Long) c[0], (String) c[1], (boolean) c[2], (ToMany<Role>) c[3], (ToMany<Post>) c[4]);
        }
    }
}
