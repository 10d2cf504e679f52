package dev.ananas.ui.swing;

import dev.ananas.orm.Repository;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.orm.view.ListChange;
import dev.ananas.ui.ToolkitScope;
import dev.ananas.ui.UiScope;
import java.awt.Component;
import java.util.List;
import java.util.function.Function;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.ListModel;
import javax.swing.ListSelectionModel;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;

/**
 * What a part of a Swing user interface shows of a store, for as long as it is in a window.
 *
 * <pre>{@code
 * SwingScope scope = SwingScope.of("issues", table);            // ends when the table leaves its window, or that is disposed of
 * scope.show(issues.query().orderBy(Issue_.id), table, List.of(
 *         Column.of(Issue_.id, Integer.class, Issue::id),
 *         Column.of(Issue_.title, String.class, Issue::title).editable()), issues, Issue::id);
 * scope.show(issues.query().count(), count -> label.setText(count + " issues"));
 * }</pre>
 *
 * <p>Queries are answered and changes are prepared on a thread of the scope's own; what is shown changes on the event dispatch thread, at
 * most once per frame, in the order of versions, and not at all after the scope has closed: see {@link UiScope}. So models are empty until
 * the first answer is there. They keep their last content when the scope closes.
 *
 * <p>Make a scope and bind what it gives on the event dispatch thread; {@link #close} is for any thread.
 */
public final class SwingScope extends ToolkitScope {
    private SwingScope(UiScope scope) {
        super(scope);
    }

    /**
     * A scope that is closed by {@link #close} alone.
     *
     * @param name for errors and reports
     */
    public static SwingScope of(String name) {
        return new SwingScope(UiScope.of(name, new SwingThread()));
    }

    /**
     * A scope that closes when a component is over: it was displayable, and at the beginning of a later turn of the event loop it is not,
     * since it was taken out of its window, or that was disposed of. A component that is moved to another parent in one go keeps its scope,
     * and so does one whose window is hidden.
     *
     * @param name for errors and reports
     * @param component also a window; displayable already or not yet
     */
    public static SwingScope of(String name, Component component) {
        return on(UiScope.of(name, new SwingThread()), component);
    }

    /**
     * A scope of the event dispatch thread around another one, such as one with a receiver of errors.
     *
     * @param scope its thread is a {@link SwingThread}
     */
    public static SwingScope on(UiScope scope) {
        return new SwingScope(scope);
    }

    /** As {@link #on(UiScope)}, and closed with a component, as {@link #of(String, Component)}. */
    public static SwingScope on(UiScope scope, Component component) {
        Disposable watch = Displayed.whenOver(component, scope::close);
        scope.onClose(() -> scope.thread().execute(watch::dispose));
        return on(scope);
    }

    /** A scope inside this one: closed with it, or earlier. */
    public SwingScope child(String name) {
        return new SwingScope(scope().child(name));
    }

    /**
     * The models that match a query.
     *
     * @param answer a query
     * @return a list model that changes on the event dispatch thread, with an event for each range of rows that changed; a row that moved is
     *     told as removed and added
     */
    public <M> ListModel<M> list(ListAnswer<M> answer) {
        return live(answer.question().toString(), answer.changes());
    }

    /** The rows of a window, as {@link #list(ListAnswer)}; the window closes with the scope. */
    public <M> ListModel<M> list(LiveWindow<M> window) {
        return live("a window", scope().own(window).changes());
    }

    private <M> LiveListModel<M> live(String what, Publisher<ListChange<M>> changes) {
        LiveListModel<M> model = new LiveListModel<>();
        scope().subscribe(what, changes, Prepared::of, model::apply);
        return model;
    }

    /**
     * The models that match a query, for a combo box that selects by key.
     *
     * @param answer a query
     * @param key of a model, such as {@code User::id}
     */
    public <M> LiveComboBoxModel<M> combo(ListAnswer<M> answer, Function<? super M, ?> key) {
        LiveComboBoxModel<M> model = new LiveComboBoxModel<>(key);
        scope().subscribe(answer.question().toString(), answer.changes(), Prepared::of, model::apply);
        return model;
    }

    /**
     * The models that match a query as the rows of a table, to read.
     *
     * @param answer a query
     * @param columns from left to right
     */
    public <M> LiveTableModel<M> table(ListAnswer<M> answer, List<? extends Column<M, ?>> columns) {
        return live(answer.question().toString(), answer.changes(), LiveTableModel.reading(scope(), columns));
    }

    /**
     * As {@link #table(ListAnswer, List)}, to edit: the cells of editable columns write back.
     *
     * @param answer a query
     * @param columns from left to right
     * @param repository where records are updated
     * @param key of a model, as {@link Repository#update} takes it, such as {@code Issue::id}
     */
    public <M> LiveTableModel<M> table(
            ListAnswer<M> answer,
            List<? extends Column<M, ?>> columns,
            Repository<M> repository,
            Function<? super M, ?> key) {
        return live(
                answer.question().toString(),
                answer.changes(),
                LiveTableModel.writing(scope(), columns, repository, key));
    }

    /** The rows of a window, as {@link #table(ListAnswer, List)}; the window closes with the scope. */
    public <M> LiveTableModel<M> table(LiveWindow<M> window, List<? extends Column<M, ?>> columns) {
        return live("a window", scope().own(window).changes(), LiveTableModel.reading(scope(), columns));
    }

    private <M> LiveTableModel<M> live(String what, Publisher<ListChange<M>> changes, LiveTableModel<M> model) {
        scope().subscribe(what, changes, Prepared::of, model::apply);
        return model;
    }

    /**
     * Shows a query in a table, to read. What is selected stays selected and an open editor stays open, by key, wherever rows move: a selected
     * row that is removed is deselected, and no other one takes its place. Listeners of the selection hear of a change as one adjustment.
     * In a scroll pane the first row in sight stays where it is, unless the table is scrolled to the top.
     *
     * @param answer a query
     * @param table gets its model; it may have a row sorter
     * @param columns from left to right
     * @return the model of the table
     */
    public <M> LiveTableModel<M> show(ListAnswer<M> answer, JTable table, List<? extends Column<M, ?>> columns) {
        return show(table(answer, columns), table);
    }

    /** As {@link #show(ListAnswer, JTable, List)}, to edit as {@link #table(ListAnswer, List, Repository, Function)}. */
    public <M> LiveTableModel<M> show(
            ListAnswer<M> answer,
            JTable table,
            List<? extends Column<M, ?>> columns,
            Repository<M> repository,
            Function<? super M, ?> key) {
        return show(table(answer, columns, repository, key), table);
    }

    private <M> LiveTableModel<M> show(LiveTableModel<M> model, JTable table) {
        table.setModel(model);
        keep(model.rows, SelectionKeeper.of(table));
        keep(model.rows, new EditorKeeper(table));
        keep(model.rows, ScrollAnchor.of(table));
        return model;
    }

    /**
     * Shows a query in a list, and keeps what is selected and in sight, as {@link #show(ListAnswer, JTable, List)}.
     *
     * @param answer a query
     * @param list gets its model
     * @return the model of the list
     */
    public <M> ListModel<M> show(ListAnswer<M> answer, JList<M> list) {
        LiveListModel<M> model = live(answer.question().toString(), answer.changes());
        list.setModel(model);
        keep(model.rows, SelectionKeeper.of(list::getSelectionModel));
        keep(model.rows, ScrollAnchor.of(list));
        return model;
    }

    /**
     * Keeps a selection with its rows while a model of this scope changes, for views of another kind: its indices are those of the model.
     *
     * @param model one that this scope made
     * @param selection what to keep
     * @throws IllegalArgumentException if the model is none of the library
     */
    public void keepSelection(ListModel<?> model, ListSelectionModel selection) {
        if (!(model instanceof LiveListModel<?> live)) {
            throw new IllegalArgumentException(
                    "Only a list model of a SwingScope tells where its rows go, and this is a "
                            + model.getClass().getName() + ". Make it with list(...).");
        }
        keep(live.rows, SelectionKeeper.of(() -> selection));
    }

    private void keep(LiveRows<?> rows, LiveRows.Keeper keeper) {
        rows.add(keeper);
        scope().onClose(() -> scope().thread().execute(() -> rows.remove(keeper)));
    }
}
