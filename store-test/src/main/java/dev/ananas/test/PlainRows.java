package dev.ananas.test;

import dev.ananas.orm.model.EntityType;
import java.util.List;

/** All rows of a database in insertion order, as plain lists: what an oracle of one's own computes from. */
public final class PlainRows {
    private final NaiveQuery naive;

    PlainRows(NaiveQuery naive) {
        this.naive = naive;
    }

    /** The rows of an entity as they are shown, without relations. */
    @SuppressWarnings("unchecked") // the rows of an entity are its models
    public <M> List<M> of(EntityType<M> type) {
        return (List<M>) naive.all(type.name());
    }
}
