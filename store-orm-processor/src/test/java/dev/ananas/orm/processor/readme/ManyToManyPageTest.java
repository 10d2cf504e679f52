package dev.ananas.orm.processor.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about many-to-many relations: its code compiles. */
class ManyToManyPageTest {
    private static Page page;

    @BeforeAll
    static void read() throws IOException {
        page = new Page("many-to-many.md");
    }

    @Test
    void itsRecordsCompile() {
        assertThat(page.records())
                .hasSize(5)
                .allSatisfy(records -> assertThat(Page.errors(imports(), whole(records)))
                        .as(records)
                        .isEmpty());
    }

    @Test
    void itsStatementsCompileWithTheRecordsOfTheInverse() {
        String fields = """
                Store store;
                Database db;
                Repository<User> users;
                Repository<Row> userRows;
                Row role;
                """;
        String inverse = page.records().get(2);
        assertThat(Page.errors(imports(), whole(inverse), page.uses(fields))).isEmpty();
    }

    private static String imports() {
        return page.blocks().get(0);
    }

    /** Records with those of the first section that they are not instead of. */
    private static String whole(String records) {
        List<String> all = new ArrayList<>(List.of(records));
        for (String one : page.records().get(0).split("\n\n")) {
            String head =
                    one.substring(one.indexOf("public record "), one.indexOf('(', one.indexOf("public record ")) + 1);
            if (!records.contains(head)) {
                all.add(one);
            }
        }
        return String.join("\n", all);
    }
}
