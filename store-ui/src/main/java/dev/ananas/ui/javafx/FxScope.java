package dev.ananas.ui.javafx;

import dev.ananas.orm.Repository;
import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Attribute;
import dev.ananas.orm.query.ListAnswer;
import dev.ananas.orm.query.LiveWindow;
import dev.ananas.orm.query.OptionalAnswer;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Selector;
import dev.ananas.store.Store;
import dev.ananas.ui.ToolkitScope;
import dev.ananas.ui.UiScope;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * What a part of a JavaFX user interface shows of a store, for as long as it is shown.
 *
 * <pre>{@code
 * FxScope scope = FxScope.of("countries", table);               // ends when the table is not shown any more
 * scope.show(countries.query().orderBy(Country_.name), table);
 * label.textProperty().bind(scope.value(countries.query().count(), 0L).asString());
 * }</pre>
 *
 * <p>Queries are answered and changes are prepared on a thread of the scope's own; what is shown changes on the JavaFX application thread,
 * at most once per frame and less often under load, in the order of versions, and not at all after the scope has closed: see {@link UiScope}. So lists are empty and
 * properties have their initial value until the first answer is there. A list keeps its last content when the scope closes.
 *
 * <p>Make a scope and bind what it gives on the JavaFX application thread; {@link #close} is for any thread.
 */
public final class FxScope extends ToolkitScope {
    private FxScope(UiScope scope) {
        super(scope);
    }

    /**
     * A scope that is closed by {@link #close} alone.
     *
     * @param name for errors and reports
     */
    public static FxScope of(String name) {
        return new FxScope(UiScope.of(name, new FxThread()));
    }

    /**
     * A scope that closes when a node is not shown any more: it was shown, and at the beginning of a later turn of the event loop it
     * is in no scene, or its window is hidden. A node that is moved to another parent in one go keeps its scope.
     *
     * @param name for errors and reports
     * @param node shown already or not yet
     */
    public static FxScope of(String name, Node node) {
        return of(name, Shown.of(node));
    }

    /** A scope that closes when a scene is not shown any more, as with {@link #of(String, Node)}. */
    public static FxScope of(String name, Scene scene) {
        return of(name, Shown.of(scene));
    }

    /** A scope that closes when a window is hidden, as with {@link #of(String, Node)}. */
    public static FxScope of(String name, Window window) {
        return of(name, Shown.of(window));
    }

    private static FxScope of(String name, ObservableValue<Boolean> shown) {
        FxScope scope = of(name);
        Disposable watch = Shown.whenOver(shown, scope::close);
        scope.scope().onClose(watch::dispose);
        return scope;
    }

    /**
     * A scope of the JavaFX thread around another one, such as one with a receiver of errors.
     *
     * @param scope its thread is an {@link FxThread}
     */
    public static FxScope on(UiScope scope) {
        return new FxScope(scope);
    }

    /** A scope inside this one: closed with it, or earlier. */
    public FxScope child(String name) {
        return new FxScope(scope().child(name));
    }

    /**
     * The models that match a query, as an unmodifiable list that tells exactly what changed.
     *
     * @param answer a query
     * @return a list that changes on the JavaFX application thread, with one event for each change
     */
    public <M> ObservableList<M> list(ListAnswer<M> answer) {
        return live(answer.question().toString(), answer.changes());
    }

    /**
     * The rows of a window, as {@link #list(ListAnswer)}; the window closes with the scope.
     *
     * @param window an open window
     * @return a list that changes on the JavaFX application thread
     */
    public <M> ObservableList<M> list(LiveWindow<M> window) {
        return live("a window", scope().own(window).changes());
    }

    /**
     * Shows a query in a table. What is selected, what has the focus and what is in sight stay, by key, wherever rows move: a
     * selected row that is removed is deselected, and no other one takes its place; the first row in sight stays where it is,
     * unless the table is scrolled to the top.
     *
     * @param answer a query
     * @param table gets its items
     * @return the items
     */
    public <M> ObservableList<M> show(ListAnswer<M> answer, TableView<M> table) {
        LiveList<M> list = live(answer.question().toString(), answer.changes());
        table.setItems(list);
        keep(list, ViewKeeper.of(table));
        return list;
    }

    /** As {@link #show(ListAnswer, TableView)}, in a list view. */
    public <M> ObservableList<M> show(ListAnswer<M> answer, ListView<M> view) {
        LiveList<M> list = live(answer.question().toString(), answer.changes());
        view.setItems(list);
        keep(list, ViewKeeper.of(view));
        return list;
    }

    private void keep(LiveList<?> list, ViewKeeper keeper) {
        list.add(keeper);
        scope().onClose(() -> scope().thread().execute(() -> list.remove(keeper)));
    }

    private <M> LiveList<M> live(String what, Flux<ListChange<M>> changes) {
        LiveList<M> list = new LiveList<>();
        scope().subscribe(what, changes, Prepared::of, list::apply);
        return list;
    }

    /**
     * The answer of a query, such as a count.
     *
     * @param answer what to follow
     * @param initial the value until the first answer is there
     */
    public <T> ReadOnlyObjectProperty<T> value(Answer<T> answer, T initial) {
        return value(answer.question().toString(), answer.flux(), Function.identity(), initial);
    }

    /**
     * The model of an answer that may be missing, such as {@code query.first()}.
     *
     * @param answer what to follow
     * @return null while there is none
     */
    public <M> ReadOnlyObjectProperty<@Nullable M> value(OptionalAnswer<M> answer) {
        ReadOnlyObjectWrapper<@Nullable M> property = new ReadOnlyObjectWrapper<>();
        scope().subscribe(answer.question().toString(), answer.flux(), found -> property.set(found.orElse(null)));
        return property.getReadOnlyProperty();
    }

    /**
     * The value of a selector, which it has at once.
     *
     * @param store the store that has the slices of the selector
     * @param selector what to follow
     */
    public <T> ReadOnlyObjectProperty<T> value(Store store, Selector<T> selector) {
        return value("selector " + selector.name(), store.select(selector), Function.identity(), store.read(selector));
    }

    /**
     * The last value of a stream. What comes while the UI thread is busy is merged to the latest.
     *
     * @param flux what to follow
     * @param initial the value until the first one arrives
     */
    public <T> ReadOnlyObjectProperty<T> value(Flux<T> flux, T initial) {
        return value("a stream", flux.onBackpressureLatest(), Function.identity(), initial);
    }

    private <S, T> ReadOnlyObjectProperty<T> value(
            String what, Publisher<S> source, Function<? super S, ? extends T> read, T initial) {
        ReadOnlyObjectWrapper<T> property = new ReadOnlyObjectWrapper<>(initial);
        scope().subscribe(what, source, value -> property.set(read.apply(value)));
        return property.getReadOnlyProperty();
    }

    /**
     * An attribute of a stored record, both ways: for {@code textField.textProperty().bindBidirectional(...)}.
     *
     * @param repository where the record is
     * @param key of the record
     * @param attribute which one
     * @param getter reads it from a model, such as {@code Country::name}
     */
    public <M, T> EntityProperty<T> attribute(
            Repository<M> repository,
            Object key,
            Attribute<? super M, T> attribute,
            Function<? super M, ? extends @Nullable T> getter) {
        return EntityProperty.of(scope(), repository, key, attribute, getter);
    }
}
