package dev.ananas.orm.model;

/**
 * The pivot of a row without a class, with the name of its accessor.
 *
 * @param as accessor name
 * @param pivot the pivot, a {@link Row} unless its entity has a class
 */
public record NamedPivot(String as, Object pivot) {}
