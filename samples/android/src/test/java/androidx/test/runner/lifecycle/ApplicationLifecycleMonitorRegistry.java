package androidx.test.runner.lifecycle;

/** Takes what Robolectric registers; nobody asks for it here. */
public final class ApplicationLifecycleMonitorRegistry {
    private ApplicationLifecycleMonitorRegistry() {}

    public static void registerInstance(ApplicationLifecycleMonitor monitor) {}
}
