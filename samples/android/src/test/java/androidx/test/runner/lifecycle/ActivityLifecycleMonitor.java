package androidx.test.runner.lifecycle;

/** Hears of stages. */
public interface ActivityLifecycleMonitor {}
