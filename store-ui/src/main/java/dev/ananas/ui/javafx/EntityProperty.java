package dev.ananas.ui.javafx;

import dev.ananas.orm.Repository;
import dev.ananas.orm.query.Attribute;
import dev.ananas.store.Versioned;
import dev.ananas.ui.UiScope;
import dev.ananas.ui.internal.AttributeWrite;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectPropertyBase;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One attribute of one stored record, both ways: shows what is stored, and stores what it is set to.
 *
 * <p>Setting it writes in the background, in the order in which it was set; until the last of these writes is done the property keeps
 * what it was set to, then it shows what is stored as of that write or later. So what it wrote never comes back as a change, and an
 * earlier write that is heard of late does not undo a later one. A value equal to the present one writes nothing. If a write fails, the
 * scope hears the error, {@link #failureProperty} has it, and the property shows again what is stored.
 *
 * <p>A hook that refuses the write is a failure; one that stores another value is not, and the property shows that value.
 *
 * <p>It is null while the record does not exist, and before the first value arrived. Use it on the JavaFX application thread. What
 * was set before the scope closed is still written; afterwards setting it throws {@link IllegalStateException}.
 *
 * @param <T> type of the attribute
 */
public final class EntityProperty<T> extends ObjectPropertyBase<@Nullable T> {
    private final UiScope scope;
    private final Stored<?, T> stored;
    private final Scheduler.Worker writes = Schedulers.boundedElastic().createWorker();
    private final ReadOnlyObjectWrapper<@Nullable Throwable> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private @Nullable T last;
    private @Nullable Versioned<Optional<T>> heard;
    private long shown = -1;
    private int pending;
    private boolean adopts;

    /** How the record is read and written. */
    private record Stored<M, T>(
            Repository<M> repository,
            Object key,
            Attribute<? super M, T> attribute,
            Function<? super M, ? extends @Nullable T> getter) {

        void write(@Nullable T value) {
            new AttributeWrite<>(repository, key, attribute, getter).store(value);
        }

        Versioned<Optional<T>> read(Versioned<Optional<M>> model) {
            return model.map(present -> present.map(getter));
        }

        @Nullable
        Versioned<Optional<T>> now() {
            return repository.query().find(key).versions().map(this::read).blockFirst();
        }
    }

    private EntityProperty(UiScope scope, Stored<?, T> stored) {
        this.scope = scope;
        this.stored = stored;
        scope.onClose(() -> writes.schedule(writes::dispose)); // behind what was set
    }

    static <M, T> EntityProperty<T> of(
            UiScope scope,
            Repository<M> repository,
            Object key,
            Attribute<? super M, T> attribute,
            Function<? super M, ? extends @Nullable T> getter) {
        Stored<M, T> stored = new Stored<>(
                repository,
                Objects.requireNonNull(key, "key"),
                Objects.requireNonNull(attribute, "attribute"),
                Objects.requireNonNull(getter, "getter"));
        EntityProperty<T> property = new EntityProperty<>(scope, stored);
        scope.subscribe(
                attribute + " of " + key, repository.query().find(key).versions(), stored::read, property::hear);
        return property;
    }

    /** Why the last write failed; null if it did not. */
    public ReadOnlyObjectProperty<@Nullable Throwable> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether something that was set is not written yet. */
    public boolean isWriting() {
        return pending > 0;
    }

    @Override
    public void set(@Nullable T value) {
        if (!adopts && scope.isClosed()) {
            throw new IllegalStateException("The scope \"" + scope.name() + "\" is closed, so " + stored.attribute
                    + " cannot be set any more. Set it before its window closes, or update the repository.");
        }
        super.set(value);
    }

    @Override
    protected void invalidated() {
        boolean own = adopts;
        adopts = false; // a listener may set it once more
        T value = get();
        if (!Objects.equals(value, last)) {
            last = value;
            if (!own) {
                pending++;
                writes.schedule(() -> write(value));
            }
        }
    }

    private void write(@Nullable T value) {
        Throwable error = null;
        Versioned<Optional<T>> now = null;
        try {
            stored.write(value);
        } catch (RuntimeException e) {
            error = e;
        }
        try {
            now = stored.now();
        } catch (RuntimeException e) {
            error = error == null ? e : error;
        }
        Versioned<Optional<T>> after = now;
        Throwable cause = error;
        scope.thread().execute(() -> written(after, cause));
    }

    private void written(@Nullable Versioned<Optional<T>> after, @Nullable Throwable error) {
        pending--;
        failure.set(error);
        if (error != null) {
            scope.report(error);
        }
        if (after != null && (heard == null || heard.version() < after.version())) {
            heard = after;
        }
        if (pending == 0) {
            adopt();
        }
    }

    private void hear(Versioned<Optional<T>> value) {
        heard = value;
        if (pending == 0) {
            adopt();
        }
    }

    /** Shows the newest value heard of, unless a newer one is shown. */
    private void adopt() {
        if (heard == null || heard.version() < shown || isBound() || scope.isClosed()) {
            return;
        }
        shown = heard.version();
        T value = heard.value().orElse(null);
        if (!Objects.equals(value, get())) {
            adopts = true;
            try {
                set(value);
            } finally {
                adopts = false;
            }
        }
    }

    @Override
    public Object getBean() {
        return stored.key;
    }

    @Override
    public String getName() {
        return stored.attribute.name();
    }
}
