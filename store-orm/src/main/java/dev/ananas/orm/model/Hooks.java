package dev.ananas.orm.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The hooks of one entity, or of all entities of a database. Immutable: every call returns a new value. Several hooks for one
 * event run in the order of the calls, each on what the former left. {@link HookEvent} tells which writes run which.
 *
 * @param <M> model
 */
public final class Hooks<M> {
    private static final Hooks<?> NONE = new Hooks<>(Map.of(), Map.of());

    private final Map<HookEvent, List<BeforeHook<M>>> before;
    private final Map<HookEvent, List<AfterHook<M>>> after;

    private Hooks(Map<HookEvent, List<BeforeHook<M>>> before, Map<HookEvent, List<AfterHook<M>>> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * No hooks, to begin with.
     *
     * @param <M> model
     * @return hooks that do nothing
     */
    @SuppressWarnings("unchecked") // they hold no hook
    public static <M> Hooks<M> none() {
        return (Hooks<M>) NONE;
    }

    /** Adds a hook that runs before a save stores a record, new or not, and before creating or updating. */
    public Hooks<M> onSaving(BeforeHook<M> hook) {
        return deciding(HookEvent.SAVING, hook);
    }

    /** Adds a hook that runs before a new record is stored. */
    public Hooks<M> onCreating(BeforeHook<M> hook) {
        return deciding(HookEvent.CREATING, hook);
    }

    /** Adds a hook that runs before a stored record gets other values. */
    public Hooks<M> onUpdating(BeforeHook<M> hook) {
        return deciding(HookEvent.UPDATING, hook);
    }

    /** Adds a hook that runs before a record is removed. */
    public Hooks<M> onDeleting(BeforeHook<M> hook) {
        return deciding(HookEvent.DELETING, hook);
    }

    /** Adds a hook that runs after a save stored a record, new or not, and before created or updated. */
    public Hooks<M> onSaved(AfterHook<M> hook) {
        return telling(HookEvent.SAVED, hook);
    }

    /** Adds a hook that runs after a new record was stored. */
    public Hooks<M> onCreated(AfterHook<M> hook) {
        return telling(HookEvent.CREATED, hook);
    }

    /** Adds a hook that runs after a stored record got other values. */
    public Hooks<M> onUpdated(AfterHook<M> hook) {
        return telling(HookEvent.UPDATED, hook);
    }

    /** Adds a hook that runs after a record was removed. */
    public Hooks<M> onDeleted(AfterHook<M> hook) {
        return telling(HookEvent.DELETED, hook);
    }

    /** Adds a hook that runs for every model that a query gives when it is asked once. */
    public Hooks<M> onRetrieved(AfterHook<M> hook) {
        return telling(HookEvent.RETRIEVED, hook);
    }

    /**
     * These hooks, then others.
     *
     * @param others run later
     * @return a new value
     */
    public Hooks<M> and(Hooks<M> others) {
        return new Hooks<>(merged(before, others.before), merged(after, others.after));
    }

    /**
     * The hooks of an event that may replace or refuse a record.
     *
     * @param event one of the first four
     * @return an immutable list in the order in which they run
     */
    public List<BeforeHook<M>> before(HookEvent event) {
        return before.getOrDefault(event, List.of());
    }

    /**
     * The hooks of an event that tell what happened.
     *
     * @param event one of the last five
     * @return an immutable list in the order in which they run
     */
    public List<AfterHook<M>> after(HookEvent event) {
        return after.getOrDefault(event, List.of());
    }

    /**
     * Whether there is no hook at all.
     *
     * @return true if nothing would ever run
     */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    private Hooks<M> deciding(HookEvent event, BeforeHook<M> hook) {
        List<BeforeHook<M>> one = List.of(Objects.requireNonNull(hook, "hook"));
        return new Hooks<>(merged(before, Map.of(event, one)), after);
    }

    private Hooks<M> telling(HookEvent event, AfterHook<M> hook) {
        List<AfterHook<M>> one = List.of(Objects.requireNonNull(hook, "hook"));
        return new Hooks<>(before, merged(after, Map.of(event, one)));
    }

    private static <H> Map<HookEvent, List<H>> merged(Map<HookEvent, List<H>> first, Map<HookEvent, List<H>> second) {
        Map<HookEvent, List<H>> all = new EnumMap<>(HookEvent.class);
        all.putAll(first);
        second.forEach((event, hooks) -> {
            List<H> both = new ArrayList<>(all.getOrDefault(event, List.of()));
            both.addAll(hooks);
            all.put(event, List.copyOf(both));
        });
        return Collections.unmodifiableMap(all);
    }

    @Override
    public String toString() {
        return "Hooks(before " + before.keySet() + ", after " + after.keySet() + ")";
    }
}
