package dev.ananas.ui;

import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.orm.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Owns the subscriptions of something on screen, such as a window, and ends them with it.
 *
 * <p>What is subscribed to is read and prepared on a thread of its own and shown on the UI thread, before a frame is drawn. There is
 * at most one value under way: what comes while the UI thread has not taken the last one waits at the source. A live query
 * merges what waits into one change, from what this subscriber has to the newest, so under load a list costs the UI thread one
 * change per frame however many transitions there were. Values arrive in the order of their versions.
 *
 * <p>Once the scope is closed nothing arrives: closed on the UI thread, nothing after {@link #close} returned; closed by another
 * thread, at most the call that is running right then is finished. Any thread may call any method.
 */
public final class UiScope implements AutoCloseable {
    private final String name;
    private final UiThread thread;
    private final Consumer<? super Throwable> errors;
    private final Scheduler.Worker background;
    private final Set<FrameSubscriber<?, ?>> subscriptions = new LinkedHashSet<>();
    private final Set<UiScope> children = new LinkedHashSet<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private volatile boolean closed;

    private UiScope(String name, UiThread thread, Consumer<? super Throwable> errors) {
        this.name = Objects.requireNonNull(name, "name");
        this.thread = Objects.requireNonNull(thread, "thread");
        this.errors = Objects.requireNonNull(errors, "errors");
        this.background = Schedulers.boundedElastic().createWorker();
    }

    /**
     * An open scope whose errors go to the uncaught exception handler of the UI thread.
     *
     * @param name for errors and reports, such as the title of a window
     * @param thread the UI thread of the toolkit
     */
    public static UiScope of(String name, UiThread thread) {
        return of(name, thread, error -> {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, error);
        });
    }

    /**
     * An open scope.
     *
     * @param name for errors and reports, such as the title of a window
     * @param thread the UI thread of the toolkit
     * @param errors hears on the UI thread what ended a subscription of this scope: an error of its source, or what its receiver threw
     */
    public static UiScope of(String name, UiThread thread, Consumer<? super Throwable> errors) {
        return new UiScope(name, thread, errors);
    }

    /**
     * A scope inside this one, such as of a dialog: closed with it, or earlier.
     *
     * @param childName name of the new scope
     * @return an open scope with the same thread and the same receiver of errors
     * @throws IllegalStateException if this scope is closed
     */
    public UiScope child(String childName) {
        UiScope child = new UiScope(childName, thread, errors);
        synchronized (this) {
            if (!closed) {
                children.add(child);
                child.onClose(() -> forget(child));
                return child;
            }
        }
        child.close();
        throw refusal("scope " + childName);
    }

    /** The name that it was given. */
    public String name() {
        return name;
    }

    /** The thread on which values are shown. */
    public UiThread thread() {
        return thread;
    }

    /**
     * Shows every value of a source.
     *
     * @param what what it is, for reports
     * @param source what to subscribe to; should merge or drop what nobody has asked for, as answers of a database and
     *     selectors do
     * @param show receives each value on the UI thread
     * @return ends this subscription alone
     * @throws IllegalStateException if the scope is closed
     */
    public <T> Disposable subscribe(String what, Publisher<T> source, Consumer<? super T> show) {
        return subscribe(what, source, Function.identity(), show);
    }

    /**
     * Shows every value of a source in a form that is prepared in the background.
     *
     * @param what what it is, for reports
     * @param source what to subscribe to; should merge or drop what nobody has asked for, as answers of a database and
     *     selectors do
     * @param prepare makes of a value what is shown, never null; on a background thread of the scope, one value at a time
     * @param show receives the prepared value on the UI thread
     * @return ends this subscription alone
     * @throws IllegalStateException if the scope is closed
     */
    public <T, P> Disposable subscribe(
            String what, Publisher<T> source, Function<? super T, ? extends P> prepare, Consumer<? super P> show) {
        Flux<T> flux = Flux.from(source);
        FrameSubscriber<T, P> subscriber =
                new FrameSubscriber<>(this, new OpenSubscription(name, what, Place.ofCaller()), prepare, show);
        synchronized (this) {
            if (closed) {
                throw refusal(what);
            }
            subscriptions.add(subscriber);
        }
        inBackground(() -> flux.subscribe(subscriber));
        return subscriber;
    }

    /**
     * Has a list ask another query, which is answered in the background: what shows the list is told the difference in a later frame. Of
     * several queries that wait, as for each key of a text field, only the last one is answered. A wrong name or value in it is told to the
     * receiver of errors, and the query before stays.
     *
     * @param shown what is shown already or will be
     * @param query a query of the same entity and database
     */
    public <M> void ask(ChangingQuery<M> shown, Query<M> query) {
        shown.ask(
                query,
                answering -> inBackground(() -> {
                    try {
                        answering.run();
                    } catch (RuntimeException wrong) {
                        report(wrong);
                    }
                }));
    }

    /**
     * Runs something when the scope closes, or now if it is closed; on the thread that closes it.
     *
     * @param action what to run; of several the last one comes first
     * @return takes it back
     */
    public Disposable onClose(Runnable action) {
        Objects.requireNonNull(action, "action");
        @SuppressWarnings("UnnecessaryMethodReference") // an object of its own: an action may be given twice
        Runnable once = action::run;
        synchronized (this) {
            if (!closed) {
                afterwards.add(once);
                return () -> takeBack(once);
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Closes something together with the scope, such as a {@code LiveWindow}.
     *
     * @param resource what to close
     * @return the resource
     * @throws IllegalStateException if the scope is closed; the resource is closed then
     */
    public <R extends AutoCloseable> R own(R resource) {
        boolean refused = closed;
        onClose(() -> close(resource));
        if (refused) {
            throw refusal(String.valueOf(resource));
        }
        return resource;
    }

    /** Runs a task on the background thread of the scope, behind what runs there; not at all if the scope is closed. */
    public void inBackground(Runnable task) {
        if (!closed) {
            try {
                background.schedule(() -> {
                    if (!closed) {
                        task.run();
                    }
                });
            } catch (RejectedExecutionException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    /**
     * Tells an error to the receiver of the scope, on the UI thread; nothing if the scope is closed.
     *
     * @param error what happened
     */
    public void report(Throwable error) {
        Objects.requireNonNull(error, "error");
        thread.execute(() -> {
            if (!closed) {
                errors.accept(error);
            }
        });
    }

    /** What this scope and those inside it have open: what leaks if the scope should be closed by now. */
    public List<OpenSubscription> open() {
        List<OpenSubscription> open = new ArrayList<>();
        List<UiScope> inside;
        synchronized (this) {
            subscriptions.forEach(subscription -> open.add(subscription.description()));
            inside = new ArrayList<>(children);
        }
        inside.forEach(child -> open.addAll(child.open()));
        return open;
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Ends all subscriptions and closes the scopes inside. Closing twice is nothing. */
    @Override
    public void close() {
        List<Runnable> last;
        List<UiScope> inside;
        List<FrameSubscriber<?, ?>> ended;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = new ArrayList<>(afterwards);
            inside = new ArrayList<>(children);
            ended = new ArrayList<>(subscriptions);
            subscriptions.clear();
            children.clear();
            afterwards.clear();
        }
        inside.forEach(UiScope::close);
        ended.forEach(FrameSubscriber::dispose);
        background.schedule(background::dispose); // behind what runs there: nothing is interrupted
        for (int i = last.size() - 1; i >= 0; i--) {
            last.get(i).run();
        }
    }

    synchronized void forget(FrameSubscriber<?, ?> subscription) {
        subscriptions.remove(subscription);
    }

    private synchronized void forget(UiScope child) {
        children.remove(child);
    }

    private synchronized void takeBack(Runnable action) {
        afterwards.remove(action);
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            thread.execute(() -> errors.accept(e));
        }
    }

    private IllegalStateException refusal(String what) {
        return new IllegalStateException("The scope \"" + name + "\" is closed and takes no " + what
                + ". Subscribe before the scope is closed, or make a new scope for what is shown anew.");
    }

    /** Its name and what it has open, one line each. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("scope \"").append(name).append(closed ? "\", closed" : "\"");
        open().forEach(subscription -> text.append("\n  ").append(subscription));
        return text.toString();
    }
}
