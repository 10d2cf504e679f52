package dev.ananas.orm.view;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A relation that was asked for; null stands for no related model. */
record LoadedToOne<T>(@Nullable T model) implements ToOne<T> {

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public boolean isPresent() {
        return model != null;
    }

    @Override
    public T get() {
        if (model == null) {
            throw new NoSuchElementException(
                    "The relation was loaded and leads nowhere; ask isPresent() or use orElse");
        }
        return model;
    }

    @Override
    public @Nullable T orElse(@Nullable T other) {
        return model == null ? other : model;
    }

    @Override
    public String toString() {
        return String.valueOf(model);
    }
}
