package dev.ananas.orm.processor.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page about live queries: its code compiles with the records of the README. */
class LiveQueriesPageTest {
    private static final String IMPORTS = """
            import dev.ananas.orm.*;
            import dev.ananas.orm.processor.readme.*;
            import dev.ananas.orm.model.*;
            import dev.ananas.orm.query.*;
            import dev.ananas.orm.view.*;
            import dev.ananas.store.*;
            import java.util.*;
            """;

    private static final String BESIDES = """
            @Entity("posts") record Post(@Id Long id, Long userId, String title, int score) {}

            interface Label { void setText(String text); }

            interface Adapter {
                void reset(List<?> list);
                void notifyItemRangeInserted(int position, int count);
                void notifyItemRangeRemoved(int position, int count);
                void notifyItemMoved(int from, int to);
                void notifyItemRangeChanged(int position, int count, Set<String> attributes);
            }
            """;

    private static final String FIELDS = """
            static final StoreDefinition<String> FILTER = StoreDefinition.named("filter", () -> "").build();
            Store store;
            Database db;
            Repository<User> users;
            Query<Post> posts;
            Answer<Long> red, green, blue;
            Label label;
            Adapter adapter;
            List<User> rows;
            ListChange<User> change;
            void show(long first, long second) {}
            void fill(List<User> users) {}
            """;

    @Test
    void itsCodeCompiles() throws IOException {
        Page page = new Page("live-queries.md");
        assertThat(page.blocks()).hasSizeGreaterThan(5);
        assertThat(Page.errors(IMPORTS, BESIDES, page.uses(FIELDS))).isEmpty();
    }
}
