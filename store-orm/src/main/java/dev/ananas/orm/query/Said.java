package dev.ananas.orm.query;

/** Something that a selection was said with. */
interface Said {

    /** What was said. */
    Selection selection();
}
