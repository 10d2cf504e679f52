package dev.ananas.store.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ananas.store.Action;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import dev.ananas.store.Slice;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class LoggingPluginTest {

    record Add(int by) implements Action {}

    private static final StoreDefinition<Integer> COUNT = StoreDefinition.named("count", () -> 0)
            .on(Add.class, (state, add) -> {
                if (add.by() < 0) {
                    throw new IllegalArgumentException("negative");
                }
                return state + add.by();
            })
            .tracked(LoggingPluginTest::rows)
            .build();

    private final Lines lines = new Lines();
    private final Store store = Store.builder().plugin(LoggingPlugin.to(lines)).build();
    private final Slice<Integer> count = store.use(COUNT);

    private static void rows(Integer before, Integer after, ChangeSet.Builder into) {
        for (int row = before; row < after; row++) {
            into.add(new RowChange.Inserted("rows", row, "row"));
        }
    }

    @Test
    void aCallIsLoggedWithItsDurationAndWhatItChanged() {
        count.dispatch(new Add(1));
        count.dispatch(new Add(2));
        count.dispatch(new Add(0));
        assertThat(lines.withoutTimes())
                .containsExactly(
                        "DEBUG Add: # ms, version 1, changed count, 1 row change",
                        "DEBUG Add: # ms, version 2, changed count, 2 row changes",
                        "DEBUG Add: # ms");
    }

    @Test
    void aTransactionNamesAllSlicesItChanged() {
        Slice<String> other = store.use(StoreDefinition.named("other", () -> "").build());
        store.transaction("both", () -> {
            count.dispatch(new Add(1));
            other.replace("x");
        });
        assertThat(lines.withoutTimes())
                .containsExactly(
                        "DEBUG Add: # ms",
                        "DEBUG Replace: # ms",
                        "DEBUG both (transaction): # ms, version 1, changed count and other, 1 row change");
    }

    @Test
    void aFailureIsLoggedWithItsException() {
        assertThatThrownBy(() -> count.dispatch(new Add(-1))).isInstanceOf(ActionFailedException.class);
        assertThat(lines.withoutTimes()).containsExactly("WARN Add: failed after # ms");
        assertThat(lines.errors.get(0)).hasMessage("Action \"Add\" failed: negative");
    }

    @Test
    void runsAreLoggedWhenTheyEnd() {
        store.action("login", "secret", () -> Mono.just("Ada"));
        store.actions().run("wait", Mono::never).cancel();
        store.action("broken", () -> Mono.error(new IllegalStateException("no network")));
        assertThat(lines.withoutTimes())
                .containsExactly(
                        "DEBUG login (run 1): # ms",
                        "DEBUG wait (run 2): cancelled after # ms",
                        "WARN broken (run 3): failed after # ms");
    }

    @Test
    void anUninstalledPluginIsSilent() {
        Store another = Store.create();
        Disposable installed = another.install(LoggingPlugin.to(lines));
        another.use(COUNT).dispatch(new Add(1));
        installed.dispose();
        another.use(COUNT).dispatch(new Add(1));
        assertThat(lines.withoutTimes()).hasSize(1);
    }

    @Test
    void theDefaultLoggerIsThatOfTheLibrary() {
        Store.builder().plugin(LoggingPlugin.create()).build().use(COUNT).dispatch(new Add(1));
        assertThat(lines.withoutTimes()).isEmpty();
    }

    /** Keeps what is logged. */
    private static final class Lines extends LegacyAbstractLogger {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<String> lines = new ArrayList<>();
        private final transient List<Throwable> errors = new ArrayList<>();

        List<String> withoutTimes() {
            return lines.stream()
                    .map(line -> line.replaceAll("\\d+\\.\\d{3} ms", "# ms"))
                    .toList();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object @Nullable [] arguments, @Nullable Throwable error) {
            lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
            if (error != null) {
                errors.add(error);
            }
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return "";
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
