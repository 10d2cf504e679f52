/**
 * The few classes of {@code androidx.test} that Robolectric refers to when it starts an application, so that tests need nothing
 * but Maven Central. They do nothing.
 */
package androidx.test;
