package dev.ananas.orm.internal.schema;

/**
 * No two records of an entity may have the same key in an index; null is like no other value.
 *
 * @param entity whose records are compared: all of the table, or those of a case
 * @param lookup an index of its table
 */
public record Unique(EntitySchema entity, Lookup lookup) {}
