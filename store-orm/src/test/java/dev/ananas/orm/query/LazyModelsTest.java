package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.view.ListChange;
import dev.ananas.orm.view.ToMany;
import dev.ananas.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models of live results are built when they are read: by whom, how often, and what if that fails. */
class LazyModelsTest {
    private static final int SHELVES = 200;

    private final AtomicInteger built = new AtomicInteger();
    private final EntityType<Shelf> shelves = EntityType.builder("shelves", Shelf.class)
            .attribute("id", Integer.class, null)
            .string("name", "")
            .hasMany("books", "books", "shelfId")
            .access(new ShelfAccess())
            .build();
    private final EntityType<Book> books = EntityType.builder("books", Book.class)
            .attribute("id", Integer.class, null)
            .attribute("shelfId", Integer.class, null)
            .string("title", "")
            .access(new BookAccess())
            .build();
    private final Store store = Store.create();
    private final Database db = Database.on(store, shelves, books);
    private final Repository<Shelf> repository = db.repository(shelves);
    private final List<List<Shelf>> answers = new ArrayList<>();

    private record Shelf(Integer id, String name, ToMany<Book> books) {
        Shelf {
            if (name.equals("refused") && books.isLoaded()) {
                throw new IllegalArgumentException("refused");
            }
        }
    }

    private record Book(Integer id, Integer shelfId, String title) {}

    private final class ShelfAccess implements Access<Shelf> {
        @Override
        public Object get(Shelf shelf, int ordinal) {
            return ordinal == 0 ? shelf.id() : ordinal == 1 ? shelf.name() : shelf.books();
        }

        @Override
        @SuppressWarnings("unchecked")
        public Shelf create(Object[] c) {
            ToMany<Book> books = (ToMany<Book>) c[2];
            if (books.isLoaded()) {
                built.incrementAndGet();
            }
            return new Shelf((Integer) c[0], (String) c[1], books);
        }
    }

    private static final class BookAccess implements Access<Book> {
        @Override
        public Object get(Book book, int ordinal) {
            return ordinal == 0 ? book.id() : ordinal == 1 ? book.shelfId() : book.title();
        }

        @Override
        public Book create(Object[] c) {
            return new Book((Integer) c[0], (Integer) c[1], (String) c[2]);
        }
    }

    @BeforeEach
    void fill() {
        List<Map<String, ?>> some = new ArrayList<>();
        for (int id = 1; id <= SHELVES; id++) {
            some.add(Map.of("id", id, "name", "shelf " + id, "books", List.of(Map.of("id", id, "title", "t" + id))));
        }
        repository.saveMaps(some);
        built.set(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<Shelf> last() {
        return answers.get(answers.size() - 1);
    }

    private void watch() {
        repository.query().with("books").flux().subscribe(answers::add);
    }

    @Test
    void whatNobodyReadsIsNotBuiltAndWhatIsReadIsBuiltOnce() {
        watch();
        assertThat(built).hasValue(0);
        assertThat(last()).hasSize(SHELVES);
        assertThat(last().get(7)).isSameAs(last().get(7));
        assertThat(built).hasValue(1);

        repository.update(3, Patch.of("name", "other"));
        assertThat(answers).hasSize(2);
        assertThat(built).as("a change alone builds nothing").hasValue(1);
        assertThat(last().get(7)).isSameAs(answers.get(0).get(7));
        last().forEach(shelf -> assertThat(shelf.books()).hasSize(1));
        assertThat(built).hasValue(SHELVES);
        assertThat(answers.get(0).get(9)).as("read later, of an older answer").isSameAs(last().get(9));
        assertThat(answers.get(0).get(2).name()).isEqualTo("shelf 3");
        assertThat(last().get(2).name()).isEqualTo("other");
    }

    @Test
    void readingTheLastOfAShortListBuildsNoOther() {
        repository.query().where("id", "<=", 10).with("books").flux().subscribe(answers::add);
        ToMany<Shelf> list = ToMany.ofImmutable(last());
        Shelf tenth = list.get(9);
        assertThat(built).hasValue(1);

        repository.update(4, Patch.of("name", "refused"));
        ToMany<Shelf> later = ToMany.ofImmutable(last());
        assertThat(later.get(9)).isSameAs(tenth);
        assertThatThrownBy(() -> later.get(3)).hasMessageContaining("refused");
        for (int i = 4; i < 10; i++) {
            assertThat(later.get(i).id()).isEqualTo(i + 1);
        }
        assertThatThrownBy(() -> later.get(3)).hasMessageContaining("refused");
        list.forEach(shelf -> assertThat(shelf.books()).hasSize(1));
        assertThat(list.get(9)).isSameAs(tenth);
        assertThat(list.get(3).name()).isEqualTo("shelf 4");
    }

    @Test
    void anotherQueryOfAListBuildsNothingAndSharesWhatIsReadLater() {
        ChangingQuery<Shelf> shown = repository.query().with("books").changing();
        List<ListChange<Shelf>> changes = new ArrayList<>();
        shown.changes().subscribe(changes::add);
        shown.ask(repository.query().where("id", ">", 5).with("books").orderBy("name"));
        shown.ask(repository.query().where("id", ">", 5).with("books").orderBy("id"));
        assertThat(changes).hasSize(3);
        assertThat(((ListChange.Change<Shelf>) changes.get(2)).updated()).isEmpty();
        assertThat(built).hasValue(0);
        assertThat(changes.get(2).list().get(0)).isSameAs(changes.get(0).list().get(5));
        assertThat(built).hasValue(1);
    }

    @Test
    void aRecordThatIsStoredAgainAsItWasKeepsAModelThatNobodyHasReadYet() {
        watch();
        List<Shelf> before = last();
        repository.delete(4);
        repository.update(5, Patch.of("name", "other"));
        store.transaction("there and back", () -> {
            repository.delete(6);
            repository.insert(new Shelf(6, "shelf 6", ToMany.notLoaded("Shelf", "books")));
        });
        Shelf now = last().get(last().size() - 1);
        assertThat(now.id()).isEqualTo(6);
        assertThat(before.get(5)).isSameAs(now);
    }

    @Test
    void threadsThatReadAtOnceSeeTheSameModels() throws Exception {
        watch();
        List<Shelf> answer = last();
        int readers = 4;
        CyclicBarrier start = new CyclicBarrier(readers);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Future<List<Shelf>>> reading = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                reading.add(threads.submit(() -> {
                    start.await();
                    return new ArrayList<>(answer);
                }));
            }
            List<Shelf> first = reading.get(0).get();
            for (Future<List<Shelf>> other : reading) {
                List<Shelf> read = other.get();
                for (int i = 0; i < SHELVES; i++) {
                    assertThat(read.get(i)).isSameAs(first.get(i));
                    assertThat(read.get(i).books()).isSameAs(first.get(i).books());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatAConstructorThrowsReachesWhoeverReadsAndTheQueryGoesOn() {
        watch();
        repository.update(3, Patch.of("name", "refused"));
        assertThat(answers).hasSize(2);
        assertThat(last().get(1).name()).isEqualTo("shelf 2");
        assertThatThrownBy(() -> last().get(2)).hasMessage("refused");
        assertThatThrownBy(() -> last().get(2)).hasMessage("refused");

        repository.update(3, Patch.of("name", "accepted"));
        assertThat(last().get(2).name()).isEqualTo("accepted");
        assertThatThrownBy(() -> answers.get(1).get(2)).hasMessage("refused");
    }
}
