package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.Found;
import java.util.List;

/** What a part of a question is answered from: what a level keeps for a key, or several of these merged. */
interface Source {

    /** What is shown now. */
    Found found();

    /** What it is made of. */
    List<? extends Demand> demands();
}
