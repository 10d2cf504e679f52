package dev.ananas.test;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.query.Order;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Users with roles and posts, without classes; random writes, and queries that read several tables. */
final class Network {
    static final EntityType<Row> USERS = EntityType.dynamic("users")
            .attr("id", null)
            .string("name", "")
            .number("age", null)
            .belongsToMany("roles", "roles", "roleUser", "userId", "roleId")
            .hasMany("posts", "posts", "userId")
            .build();
    static final EntityType<Row> ROLES =
            EntityType.dynamic("roles").attr("id", null).string("title", "").build();
    static final EntityType<Row> ROLE_USER = EntityType.dynamic("roleUser")
            .attr("userId", null)
            .attr("roleId", null)
            .number("level", 0)
            .primaryKey("userId", "roleId")
            .build();
    static final EntityType<Row> POSTS = EntityType.dynamic("posts")
            .attr("id", null)
            .attr("userId", null)
            .string("title", "")
            .belongsTo("author", "users", "userId")
            .build();

    private Network() {}

    static TestStore open() {
        TestStore test =
                TestStore.builder().types(USERS, ROLES, ROLE_USER, POSTS).build();
        Random random = new Random(7);
        test.store().transaction("fill", () -> {
            for (int i = 0; i < 60; i++) {
                write(test, random);
            }
        });
        return test;
    }

    /** One write: a user, a role, a link, a post, or the end of one. */
    static void write(TestStore test, Random random) {
        long id = 1 + random.nextInt(6);
        long other = 1 + random.nextInt(4);
        switch (random.nextInt(7)) {
            case 0, 1 ->
                test.repository(USERS)
                        .saveMap(Map.of("id", id, "name", "n" + random.nextInt(4), "age", random.nextInt(5)));
            case 2 -> test.repository(ROLES).saveMap(Map.of("id", other, "title", "r" + random.nextInt(3)));
            case 3 ->
                test.repository(ROLE_USER).saveMap(Map.of("userId", id, "roleId", other, "level", random.nextInt(4)));
            case 4 ->
                test.repository(POSTS)
                        .saveMap(Map.of("id", 1 + random.nextInt(9), "userId", id, "title", "t" + random.nextInt(3)));
            case 5 -> test.repository(ROLE_USER).delete(dev.ananas.orm.model.Key.of(id, other));
            default -> {
                test.repository(POSTS).delete((long) (1 + random.nextInt(9)));
                if (random.nextInt(3) == 0) {
                    test.repository(USERS).delete(id);
                }
            }
        }
    }

    /** Questions by what they are about. */
    static Map<String, Answer<?>> queries(TestStore test) {
        Repository<Row> users = test.repository(USERS);
        Map<String, Answer<?>> queries = new LinkedHashMap<>();
        queries.put("a condition", users.query().where("age", ">", 1));
        queries.put(
                "an order with a window",
                users.query().orderBy("name").offset(1).limit(2));
        queries.put("pivots", users.query().with("roles", roles -> roles.wherePivot(Condition.of("level", ">", 0))));
        queries.put("related rows", users.query().has("posts").with("posts", posts -> posts.orderBy("title")));
        queries.put("counts", users.query().withCount("posts"));
        queries.put(
                "an order by related rows",
                test.repository(POSTS).query().with("author").orderBy(Order.by("author.name")));
        queries.put("groups", users.query().groupBy("age"));
        queries.put("a sum", users.query().sum("age"));
        queries.put(
                "a number",
                users.query()
                        .whereHas("roles", roles -> roles.where("title", "r1"))
                        .count());
        queries.put("the first", users.query().orderBy("age").first());
        queries.put("keys", users.query().find(java.util.List.of(3L, 1L)));
        return queries;
    }
}
