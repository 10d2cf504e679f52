package dev.ananas.test;

import dev.ananas.orm.model.Component;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Meta;
import dev.ananas.orm.model.Visibility;
import dev.ananas.orm.query.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which attributes models leave out. */
final class NaiveVisibility {
    private final NaiveTables tables;

    NaiveVisibility(NaiveTables tables) {
        this.tables = tables;
    }

    /** Names of the attributes that a query on an entity leaves out. */
    Set<String> hidden(String entity, List<Selection.Shown> shown) {
        Set<String> hidden = declared(entity);
        for (Selection.Shown one : shown) {
            set(entity, hidden, one.names(), !one.visible());
            tables.key(entity).forEach(hidden::remove);
        }
        return hidden;
    }

    private Set<String> declared(String entity) {
        EntityType<?> type = tables.type(entity);
        String base = type.inheritance().base();
        Set<String> hidden = base == null ? new HashSet<>() : declared(base);
        for (Component.Attribute attribute : tables.attributes(tables.table(entity))) {
            if (attribute.hidden()) {
                hidden.add(attribute.name());
            }
        }
        List<String> visible = type.visibility().visible();
        if (visible != null) {
            set(entity, hidden, List.of(Visibility.ALL), true);
            set(entity, hidden, visible, false);
        }
        set(entity, hidden, type.visibility().hidden(), true);
        tables.key(entity).forEach(hidden::remove);
        return hidden;
    }

    private void set(String entity, Set<String> hidden, List<String> names, boolean hide) {
        for (Component.Attribute attribute : tables.attributes(tables.table(entity))) {
            boolean times = attribute.timestamps();
            boolean meant = names.contains(attribute.name())
                    || names.contains(Visibility.ALL) && (hide || !times)
                    || names.contains(Meta.NAME) && times;
            if (meant && hide) {
                hidden.add(attribute.name());
            } else if (meant) {
                hidden.remove(attribute.name());
            }
        }
    }
}
