package dev.ananas.ui;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tasks for a UI thread. The scheduler and each of its workers own what they were given and did not run yet. */
final class UiScheduler implements Scheduler {
    private final UiThread thread;
    private final Owner owner = new Owner();

    UiScheduler(UiThread thread) {
        this.thread = Objects.requireNonNull(thread, "thread");
    }

    @Override
    public Disposable schedule(Runnable task) {
        return owner.execute(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return owner.execute(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return owner.execute(task, initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
        Owner worker = new Owner();
        owner.add(worker);
        return worker;
    }

    @Override
    public void dispose() {
        owner.dispose();
    }

    @Override
    public boolean isDisposed() {
        return owner.isDisposed();
    }

    @Override
    public String toString() {
        return "UiScheduler(" + thread + ")";
    }

    private final class Owner implements Worker {
        private final Disposable.Composite tasks = Disposables.composite();

        void add(Owner worker) {
            if (tasks.add(worker)) {
                worker.tasks.add(() -> tasks.remove(worker));
            }
        }

        Disposable execute(Runnable task) {
            Task owned = own(task);
            thread.execute(owned);
            return owned;
        }

        Disposable execute(Runnable task, long delay, TimeUnit unit) {
            if (delay <= 0) {
                return execute(task);
            }
            Task owned = own(task);
            owned.timer.update(Schedulers.parallel().schedule(() -> thread.execute(owned), delay, unit));
            return owned;
        }

        /** A tick that comes while the thread has not run the last one is left out, so that a busy thread does not fall behind. */
        Disposable execute(Runnable task, long initialDelay, long period, TimeUnit unit) {
            Task owned = own(task);
            owned.repeats = true;
            AtomicBoolean waits = new AtomicBoolean();
            Runnable tick = () -> {
                waits.set(false);
                owned.run();
            };
            owned.timer.update(Schedulers.parallel()
                    .schedulePeriodically(
                            () -> {
                                if (waits.compareAndSet(false, true)) {
                                    thread.execute(tick);
                                }
                            },
                            initialDelay,
                            period,
                            unit));
            return owned;
        }

        private Task own(Runnable task) {
            Task owned = new Task(Schedulers.onSchedule(Objects.requireNonNull(task, "task")), tasks);
            if (!tasks.add(owned)) {
                throw Exceptions.failWithRejected();
            }
            return owned;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return execute(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return execute(task, delay, unit);
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
            return execute(task, initialDelay, period, unit);
        }

        @Override
        public void dispose() {
            tasks.dispose();
        }

        @Override
        public boolean isDisposed() {
            return tasks.isDisposed();
        }
    }

    private static final class Task implements Runnable, Disposable {
        private final Runnable work;
        private final Disposable.Composite owner;
        private final Disposable.Swap timer = Disposables.swap();
        private volatile boolean disposed;
        private volatile boolean repeats;

        Task(Runnable work, Disposable.Composite owner) {
            this.work = work;
            this.owner = owner;
        }

        @Override
        public void run() {
            if (disposed) {
                return;
            }
            try {
                work.run();
            } finally {
                if (!repeats) {
                    dispose();
                }
            }
        }

        @Override
        public void dispose() {
            disposed = true;
            timer.dispose();
            owner.remove(this);
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }
}
