package dev.ananas.store.internal.timeline;

import dev.ananas.store.Conflict;
import dev.ananas.store.Rewrite;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreException;
import dev.ananas.store.internal.reduce.TreeAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rewrite with the way to its tree; remembers what it made. */
public final class TreeRewrite implements Rewrite, TreeAction {

    private final Kind kind;
    private final String label;
    private final Maker maker;
    private final Consumer<StateTree> done;
    private final List<Conflict> conflicts = new ArrayList<>(0);
    private @Nullable StateTree result;

    /**
     * Makes one.
     *
     * @param done runs under the writer lock once it took effect, with the tree it made
     */
    public TreeRewrite(Kind kind, String label, Maker maker, Consumer<StateTree> done) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.label = Objects.requireNonNull(label, "label");
        this.maker = maker;
        this.done = done;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<Conflict> conflicts() {
        return Collections.unmodifiableList(new ArrayList<>(conflicts));
    }

    @Override
    public StateTree reduce(StateTree tree) {
        if (result != null) {
            throw new StoreException("Action \"" + name() + "\" was dispatched a second time; ask the history, the"
                    + " transaction or the fork it came from");
        }
        StateTree made = maker.make(tree, conflicts::add);
        result = made;
        return made;
    }

    /** The tree it made; null before. */
    public @Nullable StateTree result() {
        return result;
    }

    /** Whether it changes which steps count, instead of being a step itself. */
    boolean isNoStep() {
        return kind != Kind.COMMIT;
    }

    void done() {
        done.accept(Objects.requireNonNull(result, "result"));
    }

    @Override
    public String toString() {
        return "Rewrite[" + name() + "]";
    }

    /** Makes the next tree. */
    public interface Maker {

        StateTree make(StateTree tree, Consumer<Conflict> conflicts);
    }
}
