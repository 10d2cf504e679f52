package dev.ananas.orm.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ananas.orm.example.Blog;
import dev.ananas.orm.example.Role_;
import dev.ananas.orm.example.User;
import dev.ananas.orm.example.User_;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Records from elsewhere: what is stored of an answer, when, and how. */
class EntityLoaderTest {
    private final Blog blog = new Blog();
    private final EntityLoader loader = EntityLoader.of(blog.db).build();

    @AfterEach
    void close() {
        blog.close();
    }

    private Response<User> fetch(Load<User> load) {
        return load.fetch().block();
    }

    private Load<User> users(Object answer) {
        return loader.load(User_.ENTITY, () -> Mono.just(answer));
    }

    static List<Object> answers() throws Exception {
        String json = "[{\"id\": 1, \"name\": \"Ada\"}, {\"id\": 2, \"name\": \"Ben\"}]";
        return List.of(
                json,
                new ObjectMapper().readTree(json),
                List.of(Map.of("id", 1, "name", "Ada"), Map.of("id", 2, "name", "Ben")),
                List.of(User_.of(1L, "Ada", false), User_.of(2L, "Ben", false)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theRecordsOfAnAnswerAreStoredInOneTransition(Object answer) {
        List<Transition> transitions = new ArrayList<>();
        blog.store.transitions().subscribe(transitions::add);
        Response<User> response = fetch(users(answer));
        assertThat(response.isSaved()).isTrue();
        assertThat(response.data()).isSameAs(answer);
        assertThat(response.entities()).extracting(User::name).containsExactly("Ada", "Ben");
        assertThat(blog.users.all()).isEqualTo(response.entities());
        assertThat(transitions).hasSize(1);
        assertThat(transitions.get(0).action().name()).isEqualTo("load users");
    }

    @Test
    void aFluxIsTheListOfWhatItEmitsAndAnEmptyAnswerHasNoRecords() {
        Load<User> load =
                loader.load(User_.ENTITY, () -> Flux.just(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true)));
        assertThat(fetch(load).entities()).hasSize(2);
        assertThat(fetch(loader.load(User_.ENTITY, Mono::empty)).entities()).isEmpty();
        assertThat(fetch(loader.load(User_.ENTITY, Flux::empty)).isSaved()).isTrue();
        assertThat(fetch(loader.loadBlocking(User_.ENTITY, () -> "{\"id\": 3, \"name\": \"Cem\"}"))
                        .entities())
                .hasSize(1);
        assertThat(blog.users.all()).hasSize(3);
    }

    @Test
    void nestedRecordsAreStoredWithTheirs() {
        fetch(
                users(
                        "{\"id\": 1, \"name\": \"Ada\", \"roles\": [{\"id\": 7, \"title\": \"Admin\", \"pivot\": {\"level\": 3}}]}"));
        assertThat(blog.roles.find(7L)).isPresent();
        assertThat(blog.links.all()).hasSize(1);
    }

    @Test
    void aDataKeySaysWhereTheRecordsAre() {
        String json =
                "{\"result\": {\"items\": [{\"id\": 1, \"name\": \"Ada\"}]}, \"data\": {\"id\": 2, \"name\": \"Ben\"}}";
        assertThat(fetch(users(json).options(o -> o.dataKey("data"))).entities())
                .extracting(User::id)
                .containsExactly(2L);
        assertThat(fetch(users(json).options(o -> o.dataKey("/result/items"))).entities())
                .extracting(User::id)
                .containsExactly(1L);
        assertThat(fetch(users(Map.of("data", Map.of("id", 3, "name", "Cem"))).options(o -> o.dataKey("data")))
                        .entities())
                .extracting(User::id)
                .containsExactly(3L);
        assertThatThrownBy(() -> fetch(users(json).options(o -> o.dataKey("/result/list"))))
                .hasMessageContaining("expected the records at \"/result/list\", found an object with [items]")
                .hasMessageContaining("where \"list\" was expected");
    }

    @Test
    void aTransformerWinsOverADataKey() {
        Load<User> load = users(Map.of("data", "x", "names", List.of("Ada")))
                .options(o -> o.dataKey("data")
                        .transformer(answer -> List.of(
                                User_.of(5L, ((Map<?, ?>) answer).get("names").toString(), true))));
        assertThat(fetch(load).entities()).extracting(User::name).containsExactly("[Ada]");
    }

    @Test
    void recordsArePersistedBySaveInsertOrFresh() {
        blog.users.insertAll(List.of(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true)));
        Load<User> load = users("{\"id\": 1, \"name\": \"Eve\"}");
        fetch(load);
        assertThat(blog.users.find(1L).orElseThrow().active()).isTrue();
        fetch(load.options(o -> o.persistBy(PersistBy.INSERT)));
        assertThat(blog.users.find(1L).orElseThrow().active()).isFalse();
        assertThat(blog.users.all()).hasSize(2);
        fetch(load.options(o -> o.persistBy(PersistBy.FRESH)));
        assertThat(blog.users.all()).extracting(User::name).containsExactly("Eve");
    }

    @Test
    void theOptionsOfARequestWinOverThoseOfItsEntityAndThoseOverTheLoaders() {
        EntityLoader layered = EntityLoader.of(blog.db)
                .options(o -> o.dataKey("all").persistBy(PersistBy.FRESH))
                .options(User_.ENTITY, o -> o.dataKey("users"))
                .build();
        Map<String, Object> answer = Map.of(
                "all", List.of(Map.of("id", 1, "title", "All")),
                "users", List.of(Map.of("id", 2, "name", "Model")),
                "mine", List.of(Map.of("id", 3, "name", "Request")));
        assertThat(layered.load(Role_.ENTITY, () -> Mono.just(answer))
                        .fetch()
                        .block()
                        .entities())
                .hasSize(1);
        Load<User> load = layered.load(User_.ENTITY, () -> Mono.just(answer));
        assertThat(fetch(load).entities()).extracting(User::name).containsExactly("Model");
        assertThat(fetch(load.options(o -> o.dataKey("mine"))).entities())
                .extracting(User::name)
                .containsExactly("Request");
        assertThat(blog.users.all()).as("persisted as the loader says").hasSize(1);
    }

    @Test
    void aDeferredSaveStoresWhenItIsTold() {
        Response<User> response = fetch(users("{\"id\": 1, \"name\": \"Ada\"}").options(o -> o.save(false)));
        assertThat(response.isSaved()).isFalse();
        assertThat(response.entities()).isEmpty();
        assertThat(blog.users.all()).isEmpty();
        assertThat(response.save()).hasSize(1);
        assertThat(response.isSaved()).isTrue();
        blog.users.delete(1L);
        assertThat(response.save()).as("stored once").hasSize(1);
        assertThat(blog.users.all()).isEmpty();
    }

    @Test
    void aRecordIsDeletedAfterItsRequestAndOnlyIfThatSucceeded() {
        blog.users.insertAll(List.of(User_.of(1L, "Ada", true), User_.of(2L, "Ben", true)));
        Load<User> failing = loader.load(User_.ENTITY, () -> Mono.error(new IllegalStateException("404")));
        assertThatThrownBy(() -> fetch(failing.options(o -> o.delete(1L)))).hasMessage("404");
        assertThat(blog.users.all()).hasSize(2);
        fetch(loader.load(User_.ENTITY, Mono::empty).options(o -> o.delete(1L)));
        assertThat(blog.users.all()).extracting(User::name).containsExactly("Ben");
        Response<User> later = fetch(
                loader.load(User_.ENTITY, Mono::empty).options(o -> o.delete(2L).save(false)));
        assertThat(blog.users.all()).hasSize(1);
        assertThat(later.delete()).get().extracting(User::name).isEqualTo("Ben");
        assertThat(blog.users.all()).isEmpty();
        Response<User> without = fetch(loader.load(User_.ENTITY, Mono::empty));
        assertThatThrownBy(without::delete).hasMessageContaining("give it one with delete(...)");
    }

    @Test
    void anAnswerWithoutRecordsIsAFailureThatChangesNothing() {
        Object state = blog.store.state();
        assertThatThrownBy(() -> fetch(users(42)))
                .hasMessageContaining("expected a record or a list of records, found 42");
        assertThatThrownBy(() -> fetch(users("[1]"))).hasMessageContaining("found 1");
        assertThatThrownBy(() -> fetch(users("[{"))).hasMessageContaining("Malformed JSON");
        assertThatThrownBy(() -> fetch(users("{\"id\": \"x\"}"))).hasMessageContaining("\"users.id\" expects");
        assertThatThrownBy(() -> fetch(users(List.of(Map.of("id", 1), User_.of(2L, "Ben", true)))))
                .hasMessageContaining("found both in one list");
        assertThat(blog.store.state()).isSameAs(state);
    }

    @Test
    void requestsOfOneKeyThatAreOnTheirWayAreOne() {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        Sinks.One<Object> answer = Sinks.one();
        Load<User> load = loader.load(User_.ENTITY, () -> {
            requests.incrementAndGet();
            return answer.asMono().doOnCancel(cancelled::incrementAndGet);
        });
        List<Response<User>> responses = new ArrayList<>();
        load.key("all").fetch().subscribe(responses::add);
        var leaving = load.key("all").fetch().subscribe(responses::add);
        leaving.dispose();
        load.key("other").fetch().subscribe(responses::add).dispose();
        assertThat(requests).hasValue(2);
        assertThat(cancelled).as("nobody waits for the other one").hasValue(1);
        answer.tryEmitValue("{\"id\": 1, \"name\": \"Ada\"}");
        assertThat(responses).hasSize(1);
        load.key("all").fetch().subscribe();
        assertThat(requests).as("the first one has ended").hasValue(3);
    }

    @Test
    void aKeyBelongsToOneEntity() {
        users("[]").key("all").fetch().block();
        StepVerifier.create(loader.load(Role_.ENTITY, Mono::empty).key("all").fetch())
                .expectErrorMessage(
                        "Key all is that of a load of entity \"users\"; a load of entity \"roles\" needs another one")
                .verify();
    }

    @Test
    void retryingIsUpToTheSource() {
        AtomicInteger requests = new AtomicInteger();
        Load<User> load = loader.load(
                User_.ENTITY,
                () -> Mono.fromCallable(() -> {
                            if (requests.incrementAndGet() < 3) {
                                throw new IllegalStateException("busy");
                            }
                            return "{\"id\": 1, \"name\": \"Ada\"}";
                        })
                        .retry(5));
        assertThat(fetch(load).entities()).hasSize(1);
        assertThat(requests).hasValue(3);
    }
}
