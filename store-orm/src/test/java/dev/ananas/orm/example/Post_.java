package dev.ananas.orm.example;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToOneRelation;
import dev.ananas.orm.view.ToOne;

/** Names and access of {@link Post}. */
public final class Post_ {
    public static final NumberAttribute<Post, Long> id = NumberAttribute.number("posts", "id", Long.class);
    public static final TextAttribute<Post> title = TextAttribute.text("posts", "title");
    public static final NumberAttribute<Post, Integer> score = NumberAttribute.number("posts", "score", Integer.class);
    public static final NumberAttribute<Post, Long> userId = NumberAttribute.number("posts", "userId", Long.class);
    public static final ToOneRelation<Post, User> author = ToOneRelation.one("posts", "author");

    public static final EntityType<Post> ENTITY = EntityType.builder("posts", Post.class)
            .attribute("id", Long.class, null)
            .string("title", "")
            .attribute("score", Integer.class, null)
            .attribute("userId", Long.class, null)
            .belongsTo("author", "users", "userId")
            .access(new PostAccess())
            .build();

    private Post_() {}

    public static Post of(Long id, String title, Integer score, Long userId) {
        return new Post(id, title, score, userId, ToOne.notLoaded("Post", "author"));
    }

    private static final class PostAccess implements Access<Post> {
        @Override
        public Object get(Post post, int ordinal) {
            return switch (ordinal) {
                case 0 -> post.id();
                case 1 -> post.title();
                case 2 -> post.score();
                case 3 -> post.userId();
                case 4 -> post.author();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Post create(Object[] c) {
            return new Post((Long) c[0], (String) c[1], (Integer) c[2], (Long) c[3], (ToOne<User>) c[4]);
        }
    }
}
