package dev.ananas.ui.swing;

import dev.ananas.ui.internal.Positions;
import java.util.Objects;
import java.util.function.Function;
import javax.swing.ComboBoxModel;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import org.jspecify.annotations.Nullable;

/**
 * A combo box model that follows a live query and selects by key: the selected row stays selected wherever it moves, shows its new state,
 * and is deselected when it leaves the list.
 *
 * <p>A key that is selected while no row has it, such as before the first list has arrived, is selected when its row comes. Changes are
 * told as those of a list model; a new selection, or a new state of the selected row, as a change of the contents of row -1, as by
 * {@code DefaultComboBoxModel}. Made by {@link SwingScope#combo}; used on the event dispatch thread.
 *
 * @param <M> model
 */
public final class LiveComboBoxModel<M> extends LiveListModel<M> implements ComboBoxModel<M> {
    private final Function<? super M, ?> key;
    private @Nullable Object wanted;
    private @Nullable Object selected;
    private int position = -1;

    LiveComboBoxModel(Function<? super M, ?> key) {
        this.key = Objects.requireNonNull(key, "key");
        rows.add(new LiveRows.Keeper() {
            @Override
            public void before() {}

            @Override
            public void after(Positions positions) {
                follow(positions);
            }
        });
    }

    @Override
    public @Nullable Object getSelectedItem() {
        return selected;
    }

    /**
     * Selects a row.
     *
     * @param item a model, which selects the row that has its key, even if that has another state by now; null for none. Anything else,
     *     such as the text of an editable combo box, is kept as it is
     */
    @Override
    public void setSelectedItem(@Nullable Object item) {
        if (Objects.equals(item, selected)) {
            return;
        }
        Object itsKey = keyOf(item);
        if (itsKey != null) {
            selectKey(itsKey);
        } else {
            select(null, -1, item);
        }
    }

    /**
     * Selects the row that has a key. O(rows) to find it.
     *
     * @param wantedKey null for none
     */
    public void selectKey(@Nullable Object wantedKey) {
        int found = find(wantedKey);
        select(wantedKey, found, found < 0 ? null : rows.get(found));
    }

    /** The key that is selected, whether or not a row has it; null if none is. */
    public @Nullable Object selectedKey() {
        return wanted;
    }

    @Override
    void apply(Prepared<M> prepared) {
        super.apply(prepared);
        if (position < 0 && wanted != null) {
            selectKey(wanted);
        }
    }

    private void follow(Positions positions) {
        if (position >= 0) {
            int now = positions.of(position);
            select(now < 0 ? null : wanted, now, now < 0 ? null : rows.get(now));
        }
    }

    private void select(@Nullable Object newKey, int newPosition, @Nullable Object item) {
        wanted = newKey;
        position = newPosition;
        if (item != selected) {
            selected = item;
            tell(
                    new ListDataEvent(this, ListDataEvent.CONTENTS_CHANGED, -1, -1),
                    (ListDataListener listener) -> listener::contentsChanged);
        }
    }

    private int find(@Nullable Object wantedKey) {
        for (int i = 0; wantedKey != null && i < rows.size(); i++) {
            if (wantedKey.equals(key.apply(rows.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** The key of something that is a model; null if it is none. */
    private @Nullable Object keyOf(@Nullable Object item) {
        if (item == null || rows.size() == 0 || !rows.get(0).getClass().isInstance(item)) {
            return null;
        }
        @SuppressWarnings("unchecked") // it has the class of a model
        M model = (M) item;
        return key.apply(model);
    }
}
