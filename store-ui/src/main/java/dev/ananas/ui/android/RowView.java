package dev.ananas.ui.android;

import android.view.View;
import android.view.ViewGroup;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How the rows of a list look.
 *
 * @param <M> model
 * @param <V> view of a row
 */
public interface RowView<M, V extends View> {

    /**
     * Makes the view of a row that shows nothing yet.
     *
     * @param parent where it will be, for its layout parameters
     */
    V create(ViewGroup parent);

    /**
     * Shows a model in a view that may have shown another one before. Called if the view shows another model than the one it
     * showed last, or another state of it.
     *
     * @param row made by {@link #create}
     * @param model what to show
     */
    void bind(V row, M model);

    /**
     * A view of rows in two functions.
     *
     * @param create as {@link #create}
     * @param bind as {@link #bind}
     */
    static <M, V extends View> RowView<M, V> of(
            Function<? super ViewGroup, ? extends V> create, BiConsumer<? super V, ? super M> bind) {
        Objects.requireNonNull(create, "create");
        Objects.requireNonNull(bind, "bind");
        return new RowView<>() {
            @Override
            public V create(ViewGroup parent) {
                return create.apply(parent);
            }

            @Override
            public void bind(V row, M model) {
                bind.accept(row, model);
            }
        };
    }
}
