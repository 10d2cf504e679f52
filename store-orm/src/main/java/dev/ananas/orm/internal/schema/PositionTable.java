package dev.ananas.orm.internal.schema;

import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table derived from an attribute that is a list of keys: a row for each element, with the key of the record that has the
 * list, the position and the element. The draft keeps it, so that a relation by such a list is a join like any other.
 *
 * <p>Positions are written from 0 on and rows keep their place when they change, so the insertion order of the rows of one
 * record is the order of its list.
 *
 * @param list column of the attribute
 * @param table the derived table
 */
public record PositionTable(int list, TableSchema table) {
    static final String PARENT = "parent";
    static final String POSITION = "position";
    static final String CHILD = "child";

    static EntityType<Row> type(String name) {
        return EntityType.dynamic(name)
                .attr(PARENT, null)
                .number(POSITION, null)
                .attr(CHILD, null)
                .primaryKey(PARENT, POSITION)
                .build();
    }

    /** The row for an element. */
    public Object row(Object parentKey, int position, Object element) {
        @Nullable Object[] components = new Object[table.components().size()];
        components[table.ordinal(PARENT)] = parentKey;
        components[table.ordinal(POSITION)] = (long) position;
        components[table.ordinal(CHILD)] = element;
        return table.create(components);
    }

    /** The key of the row at a position. */
    public Object key(Object parentKey, int position) {
        return Joins.of(new Object[] {parentKey, (long) position});
    }

    /** The elements of the list of a model; none if it is null or no list. */
    public List<?> elements(TableSchema owner, @Nullable Object model) {
        Object value = model == null ? null : owner.get(model, list);
        return value instanceof Collection<?> elements ? List.copyOf(withoutNulls(elements)) : List.of();
    }

    private static List<?> withoutNulls(Collection<?> elements) {
        return elements.stream().filter(element -> element != null).collect(Collectors.toList());
    }
}
