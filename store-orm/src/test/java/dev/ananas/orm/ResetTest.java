package dev.ananas.orm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entities and application state go back to the beginning together. */
class ResetTest {
    private final Blog blog = Blog.filled();

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void resetAllEmptiesTheTablesInTheSameTransition() {
        StoreDefinition<String> login =
                StoreDefinition.named("login", () -> "nobody").build();
        blog.store.use(login).replace("Ada");
        List<List<User>> lists = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        blog.users.query().with(User_.roles).orderBy(User_.name).flux().subscribe(lists::add);
        blog.store.transitions().subscribe(transitions::add);

        blog.store.resetAll();

        assertThat(blog.store.use(login).state()).isEqualTo("nobody");
        assertThat(lists).hasSize(2);
        assertThat(lists.get(0)).hasSize(3);
        assertThat(lists.get(1)).isEmpty();
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).changes().of("users")).hasSize(3);
        assertThat(transitions.get(0).changes().of("roleUser")).isNotEmpty();
    }

    @Test
    void afterAResetTheDatabaseGoesOn() {
        blog.store.resetAll();
        List<List<User>> lists = new ArrayList<>();
        blog.users.query().flux().subscribe(lists::add);
        blog.users.save(User_.of(9L, "Grace", true));
        assertThat(lists).hasSize(2);
        assertThat(lists.get(1)).extracting(User::name).containsExactly("Grace");
    }

    @Test
    void theDefinitionsSayWhatIsReset() {
        blog.store.reset(definition -> definition.name().equals("login"));
        assertThat(blog.users.query().count().get()).isEqualTo(3);
    }
}
