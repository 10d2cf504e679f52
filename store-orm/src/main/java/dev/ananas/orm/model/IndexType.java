package dev.ananas.orm.model;

import java.util.List;

/**
 * A declared index on some attributes of an entity.
 *
 * @param attributes names in order, at least one
 * @param unique whether no two records may have the same values; records with a null among them are not compared
 */
public record IndexType(List<String> attributes, boolean unique) {
    /** The list is copied. */
    public IndexType {
        attributes = List.copyOf(attributes);
    }
}
