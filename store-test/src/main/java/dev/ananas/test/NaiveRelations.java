package dev.ananas.test;

import dev.ananas.orm.model.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What each kind of relation means, in loops over all rows. */
final class NaiveRelations {
    private final NaiveTables tables;

    NaiveRelations(NaiveTables tables) {
        this.tables = tables;
    }

    /** Everything that a row leads to, once for each row between. */
    List<Reached> reached(NaiveRow parent, RelationType relation) {
        String owner = parent.type().name();
        if (relation instanceof RelationType.Has has) {
            return direct(has.related(), row -> joins(parent, or(has.localKey(), owner), row, has.foreignKey()));
        }
        if (relation instanceof RelationType.BelongsTo to) {
            return direct(to.related(), row -> joins(parent, to.foreignKey(), row, or(to.ownerKey(), to.related())));
        }
        if (relation instanceof RelationType.MorphHas has) {
            String type = tables.declaring(owner, has.name());
            return direct(
                    has.related(),
                    row -> type.equals(row.stored(has.morphType()))
                            && joins(parent, or(has.localKey(), owner), row, List.of(has.morphId())));
        }
        if (relation instanceof RelationType.MorphTo to) {
            return morphTo(parent, to);
        }
        if (relation instanceof RelationType.HasManyBy by) {
            return listed(parent, by);
        }
        return relation instanceof RelationType.HasManyThrough through
                ? through(parent, through)
                : pivots(parent, (RelationType.ThroughPivot) relation);
    }

    private List<Reached> direct(String entity, Predicate<NaiveRow> joined) {
        List<Reached> reached = new ArrayList<>();
        for (NaiveRow row : tables.rows(entity)) {
            if (joined.test(row)) {
                reached.add(Reached.directly(entity, row));
            }
        }
        return reached;
    }

    private List<Reached> morphTo(NaiveRow parent, RelationType.MorphTo to) {
        List<Reached> reached = new ArrayList<>();
        for (String target : to.relatedEntities()) {
            if (target.equals(parent.stored(to.morphType()))) {
                reached.addAll(direct(
                        target, row -> joins(parent, List.of(to.morphId()), row, or(to.ownerKey(), target))));
            }
        }
        return reached;
    }

    private List<Reached> listed(NaiveRow parent, RelationType.HasManyBy by) {
        List<Reached> reached = new ArrayList<>();
        int place = 0;
        if (parent.stored(by.foreignKey()) instanceof Collection<?> keys) {
            for (Object key : keys) {
                for (NaiveRow row : tables.rows(by.related())) {
                    Object other = row.stored(or(by.ownerKey(), by.related()).get(0));
                    if (key != null && NaiveValues.same(key, other)) {
                        reached.add(new Reached(by.related(), row, null, place));
                    }
                }
                place++;
            }
        }
        return reached;
    }

    private List<Reached> through(NaiveRow parent, RelationType.HasManyThrough through) {
        List<Reached> reached = new ArrayList<>();
        List<String> local = or(through.localKey(), parent.type().name());
        for (NaiveRow link : tables.rows(through.through())) {
            if (joins(parent, local, link, through.firstKey())) {
                List<String> onward = or(through.secondLocalKey(), through.through());
                far(link, onward, through.related(), through.secondKey(), reached);
            }
        }
        return reached;
    }

    private List<Reached> pivots(NaiveRow parent, RelationType.ThroughPivot relation) {
        List<Reached> reached = new ArrayList<>();
        List<String> local = or(relation.parentKey(), parent.type().name());
        for (NaiveRow link : tables.rows(relation.pivot())) {
            if (joins(parent, local, link, relation.foreignPivotKey()) && isTyped(parent, relation, link)) {
                List<String> related = or(relation.relatedKey(), relation.related());
                far(link, relation.relatedPivotKey(), relation.related(), related, reached);
            }
        }
        return reached;
    }

    private boolean isTyped(NaiveRow parent, RelationType.ThroughPivot relation, NaiveRow link) {
        if (relation.parentMorphType() != null) {
            String type = tables.declaring(parent.type().name(), relation.name());
            return type.equals(link.stored(relation.parentMorphType()));
        }
        return relation.relatedMorphType() == null
                || relation.related().equals(link.stored(relation.relatedMorphType()));
    }

    private void far(NaiveRow link, List<String> onward, String related, List<String> key, List<Reached> into) {
        for (NaiveRow row : tables.rows(related)) {
            if (joins(link, onward, row, key)) {
                into.add(new Reached(related, row, link, link.place()));
            }
        }
    }

    private List<String> or(List<String> names, String entity) {
        return names.isEmpty() ? tables.key(entity) : names;
    }

    private List<String> or(@Nullable String name, String entity) {
        return name == null ? tables.key(entity) : List.of(name);
    }

    /** Whether all of these values are equal; null equals nothing. */
    private static boolean joins(NaiveRow one, List<String> names, NaiveRow other, List<String> otherNames) {
        for (int i = 0; i < names.size(); i++) {
            Object value = one.stored(names.get(i));
            if (value == null || !NaiveValues.same(value, other.stored(otherNames.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
