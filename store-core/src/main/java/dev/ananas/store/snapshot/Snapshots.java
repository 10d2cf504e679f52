package dev.ananas.store.snapshot;

import dev.ananas.store.StateTree;
import dev.ananas.store.Store;
import dev.ananas.store.StoreDefinition;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes the state of a store as JSON, and restores it.
 *
 * <p>A snapshot has the slices that were given a codec or section here; others, such as what a screen shows, stay out of it.
 * Writing takes one version of the tree and needs no lock, so other threads go on writing to the store.
 *
 * <p>Restoring reads and checks everything first and is one transition then, a {@link dev.ananas.store.Transaction} named {@code
 * restore}: live queries get what differs, and restoring what is there already emits nothing. A slice that the snapshot does not
 * have gets its initial state. What this program does not know is kept in the tree and written again. A damaged snapshot, or one
 * of a newer program, is refused with a {@link SnapshotException} that knows the place, and the state stays as it was.
 *
 * <p>Any thread. The streams given are used by the calling thread and stay open; they are read and written piece by piece, save
 * for a snapshot that has to be migrated, which is held as a whole.
 */
public final class Snapshots {
    private final Store store;
    private final SnapshotDocument document;

    private Snapshots(Builder builder) {
        this.store = builder.store;
        this.document = new SnapshotDocument(
                new LinkedHashMap<>(builder.sections), new Migrations(builder.version, builder.migrations));
    }

    /**
     * Begins the description of the snapshots of a store.
     *
     * @param store the store to write and to restore
     */
    public static Builder of(Store store) {
        return new Builder(Objects.requireNonNull(store, "store"));
    }

    /**
     * Writes a snapshot of {@link Store#state()} as UTF-8.
     *
     * @throws SnapshotException if some state cannot be written
     * @throws UncheckedIOException if the stream fails
     */
    public void write(OutputStream out) {
        write(out, SnapshotProgress.IGNORED);
    }

    /**
     * Writes a snapshot, and may be cancelled.
     *
     * @throws SnapshotException if some state cannot be written
     * @throws UncheckedIOException if the stream fails
     * @throws java.util.concurrent.CancellationException if progress says so; what was written is no snapshot then
     */
    public void write(OutputStream out, SnapshotProgress progress) {
        StateTree state = store.state();
        unchecked(() -> {
            document.write(state, out, progress);
            return out;
        });
    }

    /** A snapshot as text. */
    public String toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /**
     * Restores a snapshot.
     *
     * @return what was found
     * @throws SnapshotException if it is damaged, or of a version that cannot be read; nothing changed
     * @throws UncheckedIOException if the stream fails; nothing changed
     */
    public Restored restore(InputStream in) {
        return restore(in, SnapshotProgress.IGNORED);
    }

    /**
     * Restores a snapshot, and may be cancelled until everything was read.
     *
     * @return what was found
     * @throws SnapshotException if it is damaged, or of a version that cannot be read; nothing changed
     * @throws UncheckedIOException if the stream fails; nothing changed
     * @throws java.util.concurrent.CancellationException if progress says so; nothing changed
     */
    public Restored restore(InputStream in, SnapshotProgress progress) {
        SnapshotDocument.Content content = unchecked(() -> document.read(in, progress));
        store.transaction("restore", () -> {
            content.works().forEach(Runnable::run);
            if (!content.kept().bySection().isEmpty() || store.state().contains(Kept.SLICE)) {
                store.use(Kept.SLICE).patch("keep", now -> now.equals(content.kept()) ? now : content.kept());
            }
        });
        return content.found();
    }

    /**
     * Restores a snapshot from a text.
     *
     * @return what was found
     * @throws SnapshotException if it is damaged, or of a version that cannot be read; nothing changed
     */
    public Restored restore(String json) {
        return restore(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a snapshot into a file: into a new file beside it, which takes its place when it is complete. A file system that cannot
     * move a file in one step replaces it in two.
     *
     * @param file made with its folders if it is missing
     * @throws SnapshotException if some state cannot be written; the file is as it was
     * @throws UncheckedIOException if the file cannot be written; it is as it was
     * @throws java.util.concurrent.CancellationException if progress says so; the file is as it was
     */
    public void save(Path file, SnapshotProgress progress) {
        unchecked(() -> {
            AtomicFile.replace(file, out -> write(out, progress));
            return file;
        });
    }

    /**
     * Restores a snapshot from a file.
     *
     * @return what was found
     * @throws SnapshotException if it is damaged, or of a version that cannot be read; nothing changed
     * @throws UncheckedIOException if the file cannot be read; nothing changed
     * @throws java.util.concurrent.CancellationException if progress says so; nothing changed
     */
    public Restored load(Path file, SnapshotProgress progress) {
        return unchecked(() -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return restore(in, progress);
            }
        });
    }

    /**
     * As {@link #save}, on a thread for blocking work, for each subscriber anew. Cancelling leaves the file as it was.
     *
     * @return emits the file when it is written
     */
    public Mono<Path> saving(Path file, SnapshotProgress progress) {
        return blocking(progress, watched -> {
            save(file, watched);
            return file;
        });
    }

    /**
     * As {@link #load}, on a thread for blocking work, for each subscriber anew. Cancelling before everything was read restores
     * nothing.
     *
     * @return emits what was found when it is restored
     */
    public Mono<Restored> loading(Path file, SnapshotProgress progress) {
        return blocking(progress, watched -> load(file, watched));
    }

    private static <T> Mono<T> blocking(SnapshotProgress progress, Function<SnapshotProgress, T> work) {
        return Mono.<T>create(sink -> {
                    Cancelled cancelled = new Cancelled(progress);
                    sink.onCancel(cancelled::cancel);
                    sink.success(work.apply(cancelled));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Ends the work of a subscriber that left. */
    private static final class Cancelled implements SnapshotProgress {
        private final SnapshotProgress progress;
        private volatile boolean cancelled;

        Cancelled(SnapshotProgress progress) {
            this.progress = progress;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public boolean reached(long rows) {
            return !cancelled && progress.reached(rows);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Describes snapshots. Not safe for use by several threads. */
    public static final class Builder {
        private final Store store;
        private final Map<String, SnapshotSection> sections = new LinkedHashMap<>();
        private final Map<Integer, Migration> migrations = new HashMap<>();
        private int version = 1;

        private Builder(Store store) {
            this.store = store;
        }

        /**
         * Sets the version of the schema: raise it whenever the JSON of some state changes, and add the migration to it. 1 unless
         * called.
         *
         * @throws IllegalArgumentException if below 1
         */
        public Builder version(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("The version of a schema is 1 or more, found " + number);
            }
            version = number;
            return this;
        }

        /** Adds a slice. */
        public <S> Builder slice(StoreDefinition<S> definition, SliceCodec<S> codec) {
            Objects.requireNonNull(definition, "definition");
            return section(new SliceSection<>(store, definition, Objects.requireNonNull(codec, "codec")));
        }

        /**
         * Adds a slice that writes itself, such as the entities of a database.
         *
         * @throws IllegalArgumentException if there is one of its name
         */
        public Builder section(SnapshotSection section) {
            if (sections.putIfAbsent(section.name(), section) != null) {
                throw new IllegalArgumentException("Slice \"" + section.name() + "\" was added twice; keep one");
            }
            return this;
        }

        /**
         * Adds the way from one version to the next. There has to be one from each version between the first that is migrated and
         * the current one.
         *
         * @param from the version of the snapshots it migrates
         * @throws IllegalArgumentException if there is one from this version
         */
        public Builder migrate(int from, Migration migration) {
            if (migrations.putIfAbsent(from, Objects.requireNonNull(migration, "migration")) != null) {
                throw new IllegalArgumentException(
                        "There are two migrations from version " + from + "; join them with then(...)");
            }
            return this;
        }

        /**
         * The snapshots.
         *
         * @throws IllegalArgumentException if the migrations do not lead up to the version without a gap
         */
        public Snapshots build() {
            return new Snapshots(this);
        }
    }
}
