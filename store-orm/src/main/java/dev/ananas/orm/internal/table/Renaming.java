package dev.ananas.orm.internal.table;

import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.store.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows got another key in an edit, so that edits before and after it are about the same record.
 *
 * <p>Nothing is recorded for it: a row whose key was replaced has kept its place, and no other row of the two states has that
 * place. This holds for steps that wrote through the tables; so only edits with a {@link KeyReplacement} among their actions
 * are looked at, which also makes it free for all others.
 */
final class Renaming {
    private static final Renaming NONE = new Renaming();

    private final Map<TableSchema, Map<Object, Object>> origins = new HashMap<>();
    private final Map<@Nullable Object, @Nullable Object> parts = new HashMap<>();

    private Renaming() {}

    static Renaming of(Edit<Tables> edit, List<TableSchema> tables) {
        if (edit.actions().stream().noneMatch(action -> action instanceof KeyReplacement)) {
            return NONE;
        }
        Renaming renaming = new Renaming();
        tables.forEach(table -> renaming.look(edit, table));
        return renaming;
    }

    private void look(Edit<Tables> edit, TableSchema table) {
        Map<Long, TableRow> before = new HashMap<>();
        List<TableRow> after = new ArrayList<>();
        edit.before().table(table).byKey().diff(edit.after().table(table).byKey(), (key, was, now) -> {
            if (was != null) {
                before.put(was.seq(), was);
            }
            if (now != null) {
                after.add(now);
            }
        });
        for (TableRow now : after) {
            TableRow was = before.get(now.seq());
            if (was != null && !was.key().equals(now.key())) {
                origins.computeIfAbsent(table, unused -> new HashMap<>()).put(now.key(), was.key());
                for (int column : table.key()) {
                    Object part = table.get(was.model(), column);
                    if (!Objects.equals(part, table.get(now.model(), column))) {
                        parts.put(part, table.get(now.model(), column));
                    }
                }
            }
        }
    }

    /** The former keys of the rows of a table that got another one, by the keys they got. */
    Map<Object, Object> origins(TableSchema table) {
        return origins.getOrDefault(table, Map.of());
    }

    /** Whether a value became another one because it is a key that was replaced, or a list with one. */
    boolean follows(@Nullable Object was, @Nullable Object now) {
        return !parts.isEmpty() && Objects.equals(followed(was), now);
    }

    /** A value in which keys that were replaced are the new ones. */
    @Nullable
    Object followed(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> next = new ArrayList<>(list);
            next.replaceAll(this::part);
            return Collections.unmodifiableList(next);
        }
        return part(value);
    }

    private @Nullable Object part(@Nullable Object value) {
        return parts.containsKey(value) ? parts.get(value) : value;
    }

    /** A row under the key that another one has; its other values stay. */
    static TableRow under(TableSchema table, TableRow row, TableRow other) {
        @Nullable Object[] values = table.components(row.model());
        for (int column : table.key()) {
            values[column] = table.get(other.model(), column);
        }
        Object model = table.createLike(row.model(), values);
        return new TableRow(other.key(), row.seq(), model, table.read(model));
    }
}
