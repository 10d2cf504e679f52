package dev.ananas.orm.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the live queries of a database consist of, and what the last transition that wrote records did to them: an immutable
 * snapshot for people and tools. {@link #toString} prints it, one line for each level.
 *
 * @param version number of the last transition that changed tables while there were live queries; 0 if there was none
 * @param action name of its action
 * @param changed how many rows of which tables it changed
 * @param levels every level, those that others include first
 */
public record LiveDescription(long version, String action, Map<String, Integer> changed, List<Level> levels) {

    /** Copies what it is given. */
    public LiveDescription {
        changed = Map.copyOf(changed);
        levels = List.copyOf(levels);
    }

    /**
     * A query shape that is kept up to date: equal ones share a level, wherever they occur, and constants such as in
     * {@code id = 17} are its keys.
     *
     * @param plan the query in words
     * @param keys how many keys are in demand or linger
     * @param lingering how many of these nobody needs any more
     * @param members how many rows match for these keys
     * @param routes how many models of other levels show one of its lists
     * @param subscriptions how many subscribers wait for it
     * @param causes why the last transition settled it; empty if it did not
     * @param rowsVisited rows that it looked at for that
     * @param modelsChanged models that read differently since
     * @param listsPublished lists or numbers that were told again
     */
    public record Level(
            String plan,
            int keys,
            int lingering,
            int members,
            int routes,
            int subscriptions,
            List<String> causes,
            long rowsVisited,
            long modelsChanged,
            long listsPublished) {

        /** Copies what it is given. */
        public Level {
            causes = List.copyOf(causes);
        }

        @Override
        public String toString() {
            String now =
                    plan + ": " + count(keys, "key") + (lingering == 0 ? "" : " (" + lingering + " lingering)") + ", "
                            + count(members, "member") + ", " + count(routes, "route") + ", "
                            + count(subscriptions, "subscription");
            return causes.isEmpty()
                    ? now + "; untouched"
                    : now + "; settled because " + String.join(" and ", causes) + ": "
                            + count(rowsVisited, "row") + " visited, " + count(modelsChanged, "model") + " changed, "
                            + count(listsPublished, "list") + " published";
        }

        private static String count(long number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }
    }

    @Override
    public String toString() {
        String last = version == 0
                ? "no transition yet"
                : "version " + version + ", action \"" + action + "\", rows changed: " + changed;
        return levels.stream().map(level -> "\n  " + level).collect(Collectors.joining("", last, ""));
    }
}
