package androidx.test.runner.lifecycle;

/** Takes what Robolectric registers; nobody asks for it here. */
public final class ActivityLifecycleMonitorRegistry {
    private ActivityLifecycleMonitorRegistry() {}

    public static void registerInstance(ActivityLifecycleMonitor monitor) {}
}
