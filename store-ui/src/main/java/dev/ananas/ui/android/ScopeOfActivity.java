package dev.ananas.ui.android;

import android.app.Activity;
import android.app.Application;
import android.os.Bundle;
import org.jspecify.annotations.Nullable;

/** Closes a scope when an activity is destroyed, whatever for. */
final class ScopeOfActivity implements Application.ActivityLifecycleCallbacks {
    private final Activity activity;
    private final AndroidScope scope;

    private ScopeOfActivity(Activity activity, AndroidScope scope) {
        this.activity = activity;
        this.scope = scope;
    }

    static void bind(Activity activity, AndroidScope scope) {
        ScopeOfActivity callbacks = new ScopeOfActivity(activity, scope);
        Application application = activity.getApplication();
        application.registerActivityLifecycleCallbacks(callbacks);
        scope.scope().onClose(() -> application.unregisterActivityLifecycleCallbacks(callbacks));
    }

    @Override
    public void onActivityDestroyed(Activity destroyed) {
        if (destroyed == activity) {
            scope.close();
        }
    }

    @Override
    public void onActivityCreated(Activity created, @Nullable Bundle state) {}

    @Override
    public void onActivityStarted(Activity started) {}

    @Override
    public void onActivityResumed(Activity resumed) {}

    @Override
    public void onActivityPaused(Activity paused) {}

    @Override
    public void onActivityStopped(Activity stopped) {}

    @Override
    public void onActivitySaveInstanceState(Activity saved, Bundle state) {}
}
