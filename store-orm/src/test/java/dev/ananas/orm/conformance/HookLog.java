package dev.ananas.orm.conformance;

import dev.ananas.orm.model.Change;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Hooks;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hooks as scenarios describe them, and what those that log have noted since the log was last taken. */
final class HookLog {
    private final List<Object> entries = new ArrayList<>();
    private boolean refused;

    /**
     * The hooks of a model, in the order in which it lists them. In a scenario the entries after one that refuses a record
     * run as well, so it is a last hook that says veto.
     */
    Hooks<Row> hooks(Scenario.Model model) {
        Hooks<Row> hooks = Hooks.none();
        for (Map<String, @Nullable Object> members : model.hooks()) {
            hooks = added(hooks, new Hook(members));
        }
        return hooks.isEmpty() ? hooks : refusing(hooks);
    }

    private Hooks<Row> refusing(Hooks<Row> hooks) {
        return hooks.onSaving(this::refuse)
                .onCreating(this::refuse)
                .onUpdating(this::refuse)
                .onDeleting(this::refuse);
    }

    private HookResult<Row> refuse(Change<Row> change) {
        boolean refuses = refused;
        refused = false;
        return refuses ? HookResult.veto() : HookResult.keep();
    }

    /** Everything noted since the last call. */
    synchronized List<Object> take() {
        List<Object> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }

    private Hooks<Row> added(Hooks<Row> hooks, Hook hook) {
        return switch (hook.event()) {
            case "saving" -> hooks.onSaving(change -> before(hook, change));
            case "creating" -> hooks.onCreating(change -> before(hook, change));
            case "updating" -> hooks.onUpdating(change -> before(hook, change));
            case "deleting" -> hooks.onDeleting(change -> before(hook, change));
            case "saved" -> hooks.onSaved(change -> after(hook, change));
            case "created" -> hooks.onCreated(change -> after(hook, change));
            case "updated" -> hooks.onUpdated(change -> after(hook, change));
            case "deleted" -> hooks.onDeleted(change -> after(hook, change));
            case "retrieved" -> hooks.onRetrieved(change -> after(hook, change));
            default -> throw new IllegalArgumentException("Unknown hook \"" + hook.event() + "\"");
        };
    }

    private HookResult<Row> before(Hook hook, Change<Row> change) {
        if (!hook.applies(change.model())) {
            return HookResult.keep();
        }
        note(hook, change);
        refused |= hook.refuses();
        return hook.result();
    }

    private void after(Hook hook, Change<Row> change) {
        if (hook.applies(change.model())) {
            note(hook, change);
        }
    }

    private synchronized void note(Hook hook, Change<Row> change) {
        if (Boolean.TRUE.equals(hook.members().get("log"))) {
            entries.add(Map.of("hook", hook.event(), "entity", change.entity(), "key", plain(change.key())));
        }
    }

    private static Object plain(Object key) {
        if (!(key instanceof Key composite)) {
            return key;
        }
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < composite.size(); i++) {
            parts.add(composite.part(i));
        }
        return parts;
    }

    /** One entry as written. */
    private record Hook(Map<String, @Nullable Object> members) {

        String event() {
            return Json.text(members.get("on"));
        }

        boolean applies(Object model) {
            Map<String, @Nullable Object> values = Rows.of(model).attributes();
            return member("when").entrySet().stream()
                    .allMatch(wanted -> Matcher.same(wanted.getValue(), values.get(wanted.getKey())));
        }

        boolean refuses() {
            return Boolean.TRUE.equals(members.get("cancel"));
        }

        HookResult<Row> result() {
            return members.containsKey("set") ? HookResult.patch(Patch.of(member("set"))) : HookResult.keep();
        }

        private Map<String, @Nullable Object> member(String name) {
            return members.get(name) == null ? Map.of() : Json.map(members.get(name));
        }
    }
}
