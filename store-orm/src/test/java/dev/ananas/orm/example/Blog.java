package dev.ananas.orm.example;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.store.Store;
import dev.ananas.store.StoreBuilder;
import java.time.Duration;
import java.util.List;

/** A database of users, roles, their links, and posts. */
public final class Blog implements AutoCloseable {
    public final Store store;
    public final Database db;
    public final Repository<User> users;
    public final Repository<Role> roles;
    public final Repository<RoleUser> links;
    public final Repository<Post> posts;

    public Blog() {
        this(Store.builder().linger(Duration.ZERO));
    }

    public Blog(StoreBuilder builder) {
        store = builder.build();
        db = Database.on(store, User_.ENTITY, Role_.ENTITY, RoleUser_.ENTITY, Post_.ENTITY);
        users = db.repository(User_.ENTITY);
        roles = db.repository(Role_.ENTITY);
        links = db.repository(RoleUser_.ENTITY);
        posts = db.repository(Post_.ENTITY);
    }

    /** Ada is admin (3) and author (1), Ben is author (2), Cem has no role and is not active. */
    public static Blog filled() {
        Blog blog = new Blog();
        blog.fill();
        return blog;
    }

    public void fill() {
        store.transaction("fill", () -> {
            users.insertAll(List.of(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true), User_.of(3L, "Cem", false)));
            roles.insertAll(List.of(Role_.of(1L, "Admin"), Role_.of(2L, "Author"), Role_.of(3L, "Guest")));
            links.insertAll(List.of(RoleUser_.of(1L, 1L, 3), RoleUser_.of(2L, 1L, 1), RoleUser_.of(2L, 2L, 2)));
            posts.insertAll(
                    List.of(Post_.of(1L, "Hello", 5, 1L), Post_.of(2L, "World", 7, 1L), Post_.of(3L, "Lost", 1, null)));
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
