package dev.ananas.orm.model;

import java.util.List;

/**
 * A composite primary key: its parts in the order of the key attributes, equal by their parts. Entities with one key
 * attribute use the attribute's own value as key. Immutable.
 */
public interface Key {

    /**
     * A key of two parts.
     *
     * @param first value of the first key attribute, not null
     * @param second value of the second key attribute, not null
     * @return the key
     */
    static Key of(Object first, Object second) {
        return new PairKey(first, second);
    }

    /**
     * A key of two or more parts.
     *
     * @param first value of the first key attribute, not null
     * @param second value of the second key attribute, not null
     * @param more values of further key attributes, none null
     * @return the key
     */
    static Key of(Object first, Object second, Object... more) {
        if (more.length == 0) {
            return of(first, second);
        }
        Object[] parts = new Object[more.length + 2];
        parts[0] = first;
        parts[1] = second;
        System.arraycopy(more, 0, parts, 2, more.length);
        return new CompositeKey(parts);
    }

    /**
     * A key of these parts.
     *
     * @param parts two or more values in the order of the key attributes, none null
     * @return the key
     */
    static Key of(List<?> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A composite key has at least two parts, found " + parts
                    + "; use the value itself as the key of an entity with one key attribute");
        }
        return parts.size() == 2 ? of(parts.get(0), parts.get(1)) : new CompositeKey(parts.toArray());
    }

    /**
     * The part at a position of the key.
     *
     * @param index from 0
     * @return the part, never null
     */
    Object part(int index);

    /**
     * Number of parts, at least two.
     *
     * @return the number
     */
    int size();
}
