package dev.ananas.orm.model;

import java.util.List;

/**
 * A declared index on some attributes of an entity.
 *
 * @param attributes names in order, at least one
 * @param unique whether no two records may have the same values; records with a null among them are not compared
 * @param sorted whether it finds ranges and gives orders, instead of single values
 */
public record IndexType(List<String> attributes, boolean unique, boolean sorted) {
    /** The list is copied. */
    public IndexType {
        attributes = List.copyOf(attributes);
    }
}
