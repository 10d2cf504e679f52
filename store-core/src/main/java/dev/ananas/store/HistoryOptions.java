package dev.ananas.store;

/**
 * How much a store remembers. Immutable.
 *
 * @param steps how many steps are kept at most, and how many versions; the oldest go first
 * @param bytes how much memory steps may keep at most, by an estimate: 512 bytes a step and 768 bytes for each row it
 *     changed, for the row and the paths to it in maps and indexes. States of slices without rows are not weighed
 * @param keepsBranches whether steps that were taken back stay reachable by {@link History#goTo} when new ones are made;
 *     if not, they are discarded
 */
public record HistoryOptions(int steps, long bytes, boolean keepsBranches) {

    public HistoryOptions {
        if (steps < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "A history keeps at least 1 step and 1 byte, not " + steps + " steps and " + bytes + " bytes");
        }
    }

    /** 100 steps, 64 MB, branches discarded. */
    public static HistoryOptions defaults() {
        return new HistoryOptions(100, 64L << 20, false);
    }

    /** At most this many steps and versions. */
    public HistoryOptions steps(int most) {
        return new HistoryOptions(most, bytes, keepsBranches);
    }

    /** At most this much memory, as estimated. */
    public HistoryOptions bytes(long most) {
        return new HistoryOptions(steps, most, keepsBranches);
    }

    /** With branches kept. */
    public HistoryOptions keepBranches() {
        return new HistoryOptions(steps, bytes, true);
    }
}
