package dev.ananas.test.docs;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.BooleanAttribute;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.TextAttribute;

/** Names and access of {@link User}. */
final class User_ {
    static final NumberAttribute<User, Long> id = NumberAttribute.number("users", "id", Long.class);
    static final TextAttribute<User> name = TextAttribute.text("users", "name");
    static final BooleanAttribute<User> active = BooleanAttribute.bool("users", "active");

    static final EntityType<User> ENTITY = EntityType.builder("users", User.class)
            .attribute("id", Long.class, null)
            .string("name", "")
            .bool("active", false)
            .access(new UserAccess())
            .build();

    private User_() {}

    static User of(Long id, String name, boolean active) {
        return new User(id, name, active);
    }

    private static final class UserAccess implements Access<User> {
        @Override
        public Object get(User user, int ordinal) {
            return ordinal == 0 ? user.id() : ordinal == 1 ? user.name() : (Object) user.active();
        }

        @Override
        public User create(Object[] all) {
            return new User((Long) all[0], (String) all[1], (boolean) all[2]);
        }
    }
}
