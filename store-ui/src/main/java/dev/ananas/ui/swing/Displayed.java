package dev.ananas.ui.swing;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.awt.event.HierarchyListener;
import reactor.core.Disposable;

/**
 * Tells when a component is in no window any more, or its window was disposed of. A window that is only hidden still has its components,
 * and what is back before the next turn of the event loop, such as a component that is given another parent, never went.
 */
final class Displayed {

    private Displayed() {}

    /** Runs an action once, on the event dispatch thread, when the component was displayable and is not any more. */
    static Disposable whenOver(Component component, Runnable action) {
        HierarchyListener listener = new HierarchyListener() {
            @Override
            public void hierarchyChanged(HierarchyEvent event) {
                if ((event.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) != 0
                        && !component.isDisplayable()) {
                    EventQueue.invokeLater(() -> {
                        if (!component.isDisplayable()) {
                            component.removeHierarchyListener(this);
                            action.run();
                        }
                    });
                }
            }
        };
        component.addHierarchyListener(listener);
        return () -> component.removeHierarchyListener(listener);
    }
}
