package dev.ananas.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts what the live queries emit themselves, before anything is put into words. */
class LiveQueriesTest {
    private static final LocaleData DATA = LocaleData.ofThisJdk();

    private final Store store = Store.create();
    private final LocaleDatabase db = LocaleDatabase.in(store);
    private final Changes changes = new Changes(db);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        db.load(DATA);
        for (LiveQuery<?> query : LiveQueries.over(db)) {
            query.answer().flux().skip(1).subscribe(answer -> heard.add(query.name()));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCurrencyThatNobodyAskedAbout() {
        changes.renameYen("Yen");
        assertThat(heard).isEmpty();
    }

    @Test
    void anAttributeOfALink() {
        changes.rewriteSwissDates(0);
        assertThat(heard).containsExactly("swiss");
    }

    @Test
    void aLink() {
        changes.toggleEnglish();
        assertThat(heard).containsExactlyInAnyOrder("swiss", "top", "latin");
    }

    @Test
    void severalLinksAtOnce() {
        changes.keepOfficialLanguages();
        assertThat(heard).containsExactlyInAnyOrder("swiss", "top", "latin");
    }

    @Test
    void aForeignKey() {
        changes.payInEuro();
        assertThat(heard).containsExactlyInAnyOrder("euro", "top");
    }

    @Test
    void threeEntitiesInOneTransaction() {
        changes.introduceLatin();
        assertThat(heard).containsExactlyInAnyOrder("swiss", "top", "latin");
    }
}
