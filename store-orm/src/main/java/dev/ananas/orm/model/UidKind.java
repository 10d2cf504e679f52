package dev.ananas.orm.model;

/** The generators that {@link Uid} can name. */
public enum UidKind {
    /** Random UUIDs, as {@link IdGenerator#uuid()}. */
    UUID,
    /** Short random texts, as {@link IdGenerator#nanoid(int, String)}. */
    NANOID,
    /** 1, 2, 3 and so on, as {@link IdGenerator#sequence()}. */
    SEQUENCE
}
