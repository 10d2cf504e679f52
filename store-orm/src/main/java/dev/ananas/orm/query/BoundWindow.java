package dev.ananas.orm.query;

import dev.ananas.orm.internal.change.ListChanges;
import dev.ananas.orm.internal.list.ResultList;
import dev.ananas.orm.view.ListChange;
import dev.ananas.store.Versioned;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A window of a selection together with whom to ask. */
final class BoundWindow<M> implements LiveWindow<M> {
    private final String entity;
    private final Selection selection;
    private final Asker asker;
    private final Movable<List<M>> movable;
    private volatile Selection.Window shown;

    BoundWindow(String entity, Selection selection, Asker asker, Selection.Window shown) {
        this.entity = entity;
        this.selection = selection;
        this.asker = asker;
        this.shown = shown;
        this.movable = asker.movable(question(shown));
    }

    private Question<List<M>> question(Selection.Window window) {
        Question.Part part = new Question.Part(entity, selection.window(window), Question.Wanted.MODELS);
        return new Question<>(
                List.of(part), (found, before) -> models(found.get(0).models(), before));
    }

    /** The list before if it has the same rows: a window that is moved may show what it showed. */
    @SuppressWarnings("unchecked")
    private static <M> List<M> models(List<?> list, @Nullable List<M> before) {
        boolean same = before != null && ResultList.of(before).isSame(ResultList.of(list));
        return same ? Objects.requireNonNull(before) : (List<M>) list;
    }

    @Override
    public void show(int offset, int limit) {
        Selection.Window window = Selection.Window.of(offset, limit);
        if (movable.isClosed()) {
            throw new IllegalStateException(
                    "LiveWindow.show: this window is closed; open another one with query.window");
        }
        shown = window;
        movable.ask(question(window));
    }

    @Override
    public int offset() {
        return shown.offset();
    }

    @Override
    public int limit() {
        return Objects.requireNonNull(shown.limit());
    }

    @Override
    public Flux<List<M>> flux() {
        return versions().map(Versioned::value);
    }

    @Override
    public Flux<Versioned<List<M>>> versions() {
        return movable.versions();
    }

    @Override
    public Flux<ListChange<M>> changes() {
        return Flux.defer(() -> movable.versions().map(new ListChanges<>(asker.differences(entity))));
    }

    @Override
    public void close() {
        movable.close();
    }

    @Override
    public String toString() {
        return Wording.of(entity, selection.window(shown));
    }
}
