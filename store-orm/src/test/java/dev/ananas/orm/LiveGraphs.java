package dev.ananas.orm;

import dev.ananas.orm.internal.live.LiveGraph;

/** Lets tests of other packages look into the live engine of a database. */
public final class LiveGraphs {
    private LiveGraphs() {}

    @SuppressWarnings("exports")
    public static LiveGraph of(Database db) {
        return ((StoreDatabase) db).graph();
    }
}
