package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.store.Store;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void numbersOfAnAttributeKeepItsClass() {
        Query<Post> posts = blog.posts.query();
        Integer sum = posts.sum(Post_.score).get();
        assertThat(sum).isEqualTo(13);
        assertThat(posts.min(Post_.score).get()).contains(1);
        assertThat(posts.max(Post_.title).get()).contains("World");
        assertThat(posts.avg(Post_.score).get()).contains(13 / 3.0);
        assertThat(posts.sum(Post_.userId).get()).as("null is left out").isEqualTo(2L);
        assertThat(posts.min(Post_.userId).get()).contains(1L);
    }

    @Test
    void ofNoModelTheSumIsZeroAndNothingElseIs() {
        Query<Post> none = blog.posts.query().where(Post_.score.gt(100));
        assertThat(none.sum(Post_.score).get()).isEqualTo(0);
        assertThat(none.sum("score").get()).isEqualTo(0L);
        assertThat(none.min(Post_.score).get()).isEmpty();
        assertThat(none.avg("score").get()).isEmpty();
        assertThatThrownBy(() -> none.max(Post_.score).orElseThrow())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("No model matches posts where score > 100");
    }

    @Test
    void theWindowAndItsOrderCount() {
        Query<Post> best =
                blog.posts.query().orderBy(Post_.score.desc()).limit(2).with(Post_.author);
        assertThat(best.sum(Post_.score).get()).isEqualTo(12);
        assertThat(best.pluck(Post_.title).get()).containsExactly("World", "Hello");
        assertThat(best.keys().get()).containsExactly(2L, 1L);
        assertThat(blog.posts
                        .query()
                        .orderBy("author.name")
                        .limit(1)
                        .sum("score")
                        .get())
                .isEqualTo(5L);
    }

    @Test
    void anOrderByALoadedRelationIsKept() {
        Query<Post> posts = blog.posts
                .query()
                .with(Post_.author, author -> author.where(User_.id.eq(99L)))
                .orderBy(Order.by("author.name"))
                .orderBy(Post_.id.desc());
        assertThat(posts.keys().get()).as("no author is loaded").containsExactly(3L, 2L, 1L);
    }

    @Test
    void valuesAndKeysOfEveryModel() {
        assertThat(blog.posts.query().pluck(Post_.userId).get()).containsExactly(1L, 1L, null);
        assertThat(blog.posts.query().pluck("title").get()).containsExactly("Hello", "World", "Lost");
        assertThat(blog.links.query().keys().get()).containsExactly(Key.of(1L, 1L), Key.of(2L, 1L), Key.of(2L, 2L));
        assertThatThrownBy(() -> blog.posts.query().pluck("title").get().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void wrongAttributesAreErrors() {
        assertThatThrownBy(() -> blog.posts.query().sum("scor"))
                .hasMessage("Unknown attribute \"scor\" in entity \"posts\"; did you mean \"score\"?");
        Query<?> posts = blog.posts.query();
        assertThatThrownBy(() -> otherEntity(posts)).hasMessageContaining("\"roleUser.level\"", "\"posts\"");
    }

    @SuppressWarnings("unchecked")
    private static void otherEntity(Query<?> posts) {
        ((Query<RoleUser>) posts).sum(RoleUser_.level);
    }

    @Test
    void liveAnswersComeOnlyIfTheyAreOthers() {
        List<Object> seen = new ArrayList<>();
        Query<Post> written = blog.posts.query().where(Post_.userId.eq(1L));
        written.sum(Post_.score).flux().subscribe(seen::add);
        written.max("score").flux().subscribe(seen::add);
        written.pluck(Post_.score).flux().subscribe(seen::add);
        written.keys().flux().subscribe(seen::add);
        written.count().flux().subscribe(seen::add);
        seen.clear();

        blog.posts.update(1L, Post_.title.to("Hi"));
        assertThat(seen).isEmpty();
        blog.posts.update(1L, Post_.score.to(6));
        assertThat(seen).containsExactly(13, List.of(6, 7));
        seen.clear();
        blog.posts.delete(2L);
        assertThat(seen).containsExactly(6, Optional.of(6), List.of(6), List.of(1L), 1L);
    }

    @Test
    void numbersWithoutAClassAreOneKind() {
        EntityType<Row> type = EntityType.dynamic("things")
                .attr("id", null)
                .attr("value", null)
                .build();
        try (Store store = Store.create()) {
            Repository<Row> things = Database.on(store, type).repository(type);
            for (Object value : Arrays.asList(1, 2.5, null, "text", 0.5, Long.MAX_VALUE)) {
                Map<String, Object> data = new HashMap<>();
                data.put("id", (long) things.all().size());
                data.put("value", value);
                things.saveMap(data);
            }
            Query<Row> few = things.query().limit(5);
            assertThat(few.sum("value").get()).isEqualTo(4L);
            assertThat(few.max("value").get()).contains(2.5);
            assertThat(few.min("value").get()).contains(0.5);
            assertThat(few.avg("value").get()).contains(4 / 3.0);
            assertThat(things.query().where("id", List.of(0, 5)).sum("value").get())
                    .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE));
        }
    }

    @Test
    void sumsAreExactAndStayInTheirClass() {
        assertThat(Numbers.as(Integer.class, sum(1, 2L, (short) 3))).isEqualTo(6);
        assertThat(Numbers.as(Short.class, sum(1, 2L, (short) 3))).isEqualTo((short) 6);
        assertThat(Numbers.as(Double.class, sum(0.5, 1.5))).isEqualTo(2.0);
        assertThat(Numbers.as(Float.class, sum(0.5f))).isEqualTo(0.5f);
        assertThat(Numbers.as(BigDecimal.class, sum(new BigDecimal("0.10"), new BigDecimal("0.2"))))
                .isEqualTo(new BigDecimal("0.30"));
        assertThat(Numbers.as(BigInteger.class, sum())).isEqualTo(BigInteger.ZERO);
        assertThatThrownBy(() -> Numbers.as(Integer.class, sum(Integer.MAX_VALUE, 1)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Numbers.compare(1, 1.5)).isNegative();
        assertThat(Numbers.compare(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isPositive();
    }

    private static Number sum(Number... numbers) {
        Sum sum = new Sum();
        for (Number number : numbers) {
            sum.add(number);
        }
        return sum.total();
    }
}
