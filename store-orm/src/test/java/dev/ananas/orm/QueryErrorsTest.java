package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Post_;
import dev.ananas.orm.example.RoleUser_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.query.Condition;
import dev.ananas.orm.view.RelationNotLoadedException;
import dev.ananas.store.Store;
import dev.ananas.store.StoreClosedException;
import dev.ananas.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wrong use of queries and databases gets an error that says what was expected, what was found, where, and what to do. */
class QueryErrorsTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    private static void assertError(Supplier<?> use, String message) {
        assertThatThrownBy(use::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anUnknownAttributeInAQueryNamesTheNearestOnes() {
        String message = "Unknown attribute \"nmae\" in entity \"users\"; did you mean \"name\"?";
        assertError(() -> blog.users.query().where("nmae", "Ada").get(), message);
        assertError(() -> blog.users.query().orderBy("nmae").get(), message);
        assertError(() -> blog.users.query().where("nmae", "Ada").flux(), message);
        assertError(
                () -> blog.users.query().where("somethingElse", 1).get(),
                "Unknown attribute \"somethingElse\" in entity \"users\"; expected one of \"id\", \"name\", \"active\"");
    }

    @Test
    void anUnknownRelationNamesTheNearestOnes() {
        assertError(
                () -> blog.users.query().with("role").get(),
                "Unknown relation \"role\" in entity \"users\"; did you mean \"roles\"?");
        assertError(
                () -> blog.posts.query().with("author.rolls").get(),
                "Unknown relation \"rolls\" in entity \"users\"; did you mean \"roles\"?");
    }

    @Test
    void anUnknownOperatorNamesTheKnownOnes() {
        assertError(
                () -> blog.users.query().where("name", "lik", "A%"),
                "Unknown operator \"lik\" in a condition; did you mean \"like\" or \"in\"?");
    }

    @Test
    void anEntityThatTheDatabaseDoesNotHaveNamesTheNearestOnes() {
        EntityType<Row> user = EntityType.dynamic("user").attr("id", null).build();
        assertError(
                () -> blog.db.repository(user), "Unknown entity \"user\" in this database; did you mean \"users\"?");
    }

    @Test
    void anotherEntityTypeOfTheSameNameIsNotMistakenForTheOpenedOne() {
        EntityType<Row> users = EntityType.dynamic("users").attr("id", null).build();
        assertError(
                () -> blog.db.repository(users),
                "Entity \"users\" was opened with another entity type; pass the one that was given to Database.on(...)");
    }

    @Test
    void aValueOfAnotherTypeCannotBeCompared() {
        assertError(
                () -> blog.users.query().where("id", "1").get(),
                "Attribute \"users.id\" holds a value of Long and cannot be compared with 1 (String)");
        assertError(
                () -> blog.users.query().where("name", 5).get(),
                "Attribute \"users.name\" holds a text and cannot be compared with 5 (Integer)");
    }

    @Test
    void tokensOfAnotherEntityAreRefusedWhereTypesCannotTell() {
        Condition<User> smuggled = Condition.<User>named("x", user -> true);
        assertThat(blog.users.query().where(smuggled).get()).hasSize(3);
        @SuppressWarnings({"unchecked", "rawtypes"})
        Condition<User> foreign = (Condition) Post_.title.eq("Hello");
        assertError(
                () -> blog.users.query().where(foreign).get(),
                "Attribute \"posts.title\" cannot be used in a query on entity \"users\"");
    }

    @Test
    void aRelationWithoutAPivotCannotBeFilteredByOne() {
        assertError(
                () -> blog.users
                        .query()
                        .with("posts", posts -> posts.wherePivot("level", ">", 1))
                        .get(),
                "Relation \"users.posts\" has no pivot to filter or order by; use where and orderBy on the related"
                        + " entity \"posts\"");
    }

    @Test
    void aKeyOfTheWrongShapeSaysWhatTheKeyIs() {
        assertError(
                () -> blog.links.query().find(1L).get(),
                "Entity \"roleUser\" expects a Key of 2 parts [roleId, userId], found 1");
        assertError(
                () -> blog.users.query().find(Key.of(1L, 2L)).get(),
                "Entity \"users\" expects a value of \"id\" as key, found [1, 2]");
    }

    @Test
    void windowsCannotBeNegative() {
        assertError(() -> blog.users.query().limit(-1), "limit expects 0 or more, found -1");
        assertError(() -> blog.users.query().offset(-2), "offset expects 0 or more, found -2");
    }

    @Test
    void readingARelationThatWasNotLoadedNamesTheCallThatLoadsIt() {
        User ada = blog.users.find(1L).orElseThrow();
        assertThatThrownBy(() -> ada.roles().size())
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessage("User.roles was not loaded; add .with(User_.roles) to the query");
        assertThat(ada).hasToString("User[id=1, name=Ada, active=true, roles=<not loaded>, posts=<not loaded>]");
        assertThat(ada).isEqualTo(User_.of(1L, "Ada", true)).hasSameHashCodeAs(User_.of(1L, "Ada", true));
    }

    @Test
    void returnedListsRefuseEveryChange() {
        List<User> users = blog.users.query().with(User_.roles).get();
        String advice = "; write the change through a repository, or work on a copy: new ArrayList<>(list)";
        assertThatThrownBy(() -> users.add(User_.of(9L, "x", true)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Query results are immutable, but add was called on one" + advice);
        assertThatThrownBy(() -> users.get(0).roles().clear())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Query results are immutable, but clear was called on one" + advice);
        assertThatThrownBy(() -> users.sort(null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> users.iterator().remove()).isInstanceOf(UnsupportedOperationException.class);
        ListIterator<User> cursor = users.listIterator();
        cursor.next();
        assertThatThrownBy(cursor::remove).isInstanceOf(UnsupportedOperationException.class);
        List<List<User>> live = new ArrayList<>();
        blog.users.query().flux().subscribe(live::add);
        assertThatThrownBy(() -> live.get(0).remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> live.get(0).subList(0, 1).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(blog.users.all()).hasSize(3);
    }

    @Test
    void anAnswerThatIsMissingNamesTheQuery() {
        assertThatThrownBy(() -> blog.users.query().find(99L).orElseThrow())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("No model matches ")
                .hasMessageContaining("users")
                .hasMessageContaining("99");
    }

    @Test
    void aClosedStoreSaysWhatItRefused() {
        blog.close();
        assertThatThrownBy(() -> blog.users.save(User_.of(1L, "Ada", true)))
                .isInstanceOf(StoreClosedException.class)
                .hasMessageContaining("save users")
                .hasMessageContaining("closed");
        assertThat(blog.users.find(1L)).as("reading goes on").isPresent();
    }

    @Test
    void aStoreHasOneDatabase() {
        assertThatThrownBy(() -> Database.on(blog.store, RoleUser_.ENTITY))
                .isInstanceOf(StoreException.class)
                .hasMessage("This store has a database already; pass all entity types to one Database.on(...)");
    }

    @Test
    void aPredicateThatThrowsEndsItsLiveQueriesAndNoOthers() {
        List<Throwable> errors = new ArrayList<>();
        List<List<User>> others = new ArrayList<>();
        Condition<User> broken = Condition.named("broken", user -> {
            if (user.name().equals("Eva")) {
                throw new IllegalStateException("cannot judge Eva");
            }
            return true;
        });
        blog.posts
                .query()
                .with(Post_.author, author -> author.where(broken))
                .flux()
                .subscribe(list -> {}, errors::add);
        blog.users.query().flux().subscribe(others::add);

        blog.users.update(1L, User_.name.to("Eva"));

        assertThat(blog.users.find(1L).orElseThrow().name()).isEqualTo("Eva");
        assertThat(others).hasSize(2);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0))
                .hasMessageStartingWith("A live query failed while it was brought up to date and has ended: ")
                .hasRootCauseMessage("cannot judge Eva");
        assertThat(LiveGraphs.of(blog.db).levelCount()).isEqualTo(1);
        blog.users.update(1L, User_.name.to("Ada"));
        assertThat(others).hasSize(3);
    }

    @Test
    void aPredicateThatThrowsAtTheOpeningLeavesNothingBehind() {
        Condition<User> broken = Condition.named("always", user -> {
            throw new IllegalStateException("never");
        });
        List<Throwable> errors = new ArrayList<>();
        blog.posts
                .query()
                .with(Post_.author, author -> author.where(broken))
                .flux()
                .subscribe(list -> {}, errors::add);
        assertThat(errors).hasSize(1);
        assertThat(LiveGraphs.of(blog.db).levelCount()).isZero();
        try (Store unrelated = Store.create()) {
            assertThat(unrelated.version()).isZero();
        }
    }
}
