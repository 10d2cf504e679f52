package dev.ananas.ui.android;

import android.view.View;

/**
 * Closes a scope when a view is detached from its window. What is attached again before the next turn of the looper, such as a view that
 * is given another parent, never went.
 */
final class ScopeOfView implements View.OnAttachStateChangeListener {
    private final View view;
    private final AndroidScope scope;

    private ScopeOfView(View view, AndroidScope scope) {
        this.view = view;
        this.scope = scope;
    }

    static void bind(View view, AndroidScope scope) {
        ScopeOfView listener = new ScopeOfView(view, scope);
        view.addOnAttachStateChangeListener(listener);
        scope.scope().onClose(() -> view.removeOnAttachStateChangeListener(listener));
    }

    @Override
    public void onViewAttachedToWindow(View attached) {}

    @Override
    public void onViewDetachedFromWindow(View detached) {
        scope.scope().thread().execute(() -> {
            if (!view.isAttachedToWindow()) {
                scope.close();
            }
        });
    }
}
