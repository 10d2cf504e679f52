package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.EntityType;
import java.util.List;

/** All rows of a database in insertion order, as plain lists: what an oracle of one's own computes from. */
public final class PlainRows {
    private final Database database;

    PlainRows(Database database) {
        this.database = database;
    }

    /** The rows of an entity as they are shown, without relations. */
    public <M> List<M> of(EntityType<M> type) {
        return database.repository(type).all();
    }
}
