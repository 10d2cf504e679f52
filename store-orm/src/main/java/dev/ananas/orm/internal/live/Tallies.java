package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Found;
import java.util.List;

/** The number of members in several tallies of one level together. */
record Tallies(List<Tally> demands) implements Source {
    @Override
    public Found found() {
        return new Found.Size(demands.stream().mapToInt(Tally::size).sum());
    }
}
