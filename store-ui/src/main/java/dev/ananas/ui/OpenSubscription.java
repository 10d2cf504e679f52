package dev.ananas.ui;

/**
 * A subscription that a scope has open: one line of a leak report.
 *
 * @param scope name of the scope that owns it
 * @param what what was subscribed to, in words
 * @param place where the application asked for it, as {@code Window.java:17} in a stack trace
 */
public record OpenSubscription(String scope, String what, StackTraceElement place) {

    @Override
    public String toString() {
        return scope + ": " + what + ", opened at " + place;
    }
}
