package dev.ananas.orm.internal.plan;

/** Counts what a query or a transition cost, in units that do not depend on the machine. Not safe for use by several threads. */
public final class Work {
    private long rowsVisited;
    private long modelsBuilt;
    private long listsPublished;
    private long modelsRead;

    void visit() {
        rowsVisited++;
    }

    /** One model was built. */
    public void built() {
        modelsBuilt++;
    }

    /** One list got a new version. */
    public void published() {
        listsPublished++;
    }

    /** One model was read for a sum, a group or the like. */
    public void summarized() {
        modelsRead++;
    }

    /** Models that were read for sums, groups and the like. */
    public long modelsRead() {
        return modelsRead;
    }

    /** Rows that a condition, a join or an order read. */
    public long rowsVisited() {
        return rowsVisited;
    }

    public long modelsBuilt() {
        return modelsBuilt;
    }

    public long listsPublished() {
        return listsPublished;
    }

    /** Adds what was counted elsewhere. */
    public void add(Work more) {
        add(more, 1);
    }

    /** Takes off what was counted elsewhere. */
    public void subtract(Work less) {
        add(less, -1);
    }

    private void add(Work other, int times) {
        rowsVisited += times * other.rowsVisited;
        modelsBuilt += times * other.modelsBuilt;
        listsPublished += times * other.listsPublished;
        modelsRead += times * other.modelsRead;
    }

    /** Starts again from nothing. */
    public void reset() {
        rowsVisited = 0;
        modelsBuilt = 0;
        listsPublished = 0;
        modelsRead = 0;
    }

    @Override
    public String toString() {
        return rowsVisited + " rows visited, " + modelsBuilt + " models built, " + listsPublished + " lists published";
    }
}
