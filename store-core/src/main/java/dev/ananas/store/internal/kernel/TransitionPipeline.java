package dev.ananas.store.internal.kernel;

import dev.ananas.store.Action;
import dev.ananas.store.ActionFailedException;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import dev.ananas.store.Transition;
import dev.ananas.store.internal.publication.ErrorReporter;
import dev.ananas.store.internal.publication.PendingPublication;
import dev.ananas.store.internal.publication.PublicationQueue;
import dev.ananas.store.internal.selector.Committed;
import dev.ananas.store.spi.Publication;
import dev.ananas.store.spi.Settler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happens to a finished draft: it becomes a transition, settlers settle it, its publication is enqueued. */
final class TransitionPipeline {

    private List<Settler> settlers = List.of();
    private @Nullable Settler last;
    private final PublicationQueue publications;
    private final ErrorReporter errors;

    TransitionPipeline(PublicationQueue publications, ErrorReporter errors) {
        this.publications = publications;
        this.errors = errors;
    }

    void attach(Settler settler) {
        List<Settler> more = new ArrayList<>(settlers);
        more.add(last == null ? more.size() : more.indexOf(last), settler);
        settlers = List.copyOf(more);
    }

    /** Sets what settles behind all others, and uses what they settled. */
    void attachLast(Settler settler) {
        last = settler;
        settlers = List.of(settler);
    }

    Transition transition(Committed before, Draft done, List<String> changed) {
        Action action = done.action();
        ChangeSet.Builder changes = ChangeSet.builder();
        try {
            for (StoreDefinition<?> slice : done.tree().definitions()) {
                if (changed.contains(slice.name())) {
                    track(slice, before.tree(), done.tree(), changes);
                }
            }
        } catch (RuntimeException e) {
            throw new ActionFailedException(action, e);
        }
        return new Transition(before.version() + 1, action, before.tree(), done.tree(), changes.build());
    }

    private static <S> void track(StoreDefinition<S> slice, StateTree before, StateTree after, ChangeSet.Builder into) {
        slice.tracker().changes(before.get(slice), after.get(slice), into);
    }

    void settle(Transition transition) {
        PendingPublication publication = new PendingPublication();
        for (Settler settler : settlers) {
            try {
                settler.settle(transition, publication);
            } catch (Throwable e) {
                errors.report(e);
            }
        }
        publication.seal(publications);
    }

    /** Publishes what some work adds. */
    void publish(Consumer<Publication> work) {
        PendingPublication publication = new PendingPublication();
        try {
            work.accept(publication);
        } catch (Throwable e) {
            errors.report(e);
        }
        publication.seal(publications);
    }

    /** Enqueues what was to be run after a commit, behind the publication of that commit. */
    void afterwards(List<Runnable> work) {
        for (Runnable one : work) {
            publications.enqueue(() -> {
                try {
                    one.run();
                } catch (Throwable e) {
                    errors.report(e);
                }
            });
        }
    }

    void close() {
        for (Settler settler : settlers) {
            try {
                settler.close();
            } catch (Throwable e) {
                errors.report(e);
            }
        }
        settlers = List.of();
    }
}
