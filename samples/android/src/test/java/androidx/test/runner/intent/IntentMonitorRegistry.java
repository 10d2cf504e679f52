package androidx.test.runner.intent;

/** Takes what Robolectric registers; nobody asks for it here. */
public final class IntentMonitorRegistry {
    private IntentMonitorRegistry() {}

    public static void registerInstance(IntentMonitor monitor) {}
}
