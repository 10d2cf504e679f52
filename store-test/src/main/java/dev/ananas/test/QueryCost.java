package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.query.LiveDescription;
import dev.ananas.orm.query.Query;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows answering a query visits, or settling the live queries after a write did. Counts depend on the data and on nothing else,
 * so a test of them fails when an index is missing, not when the machine is busy.
 *
 * @param rowsVisited rows that were looked at
 * @param modelsBuilt models that were made or changed
 * @param explanation how, in words
 */
public record QueryCost(long rowsVisited, long modelsBuilt, String explanation) {
    private static final Pattern COUNTS = Pattern.compile("(\\d+) rows visited, (\\d+) models built");

    /** The cost of asking a query now; it is asked for that. */
    public static QueryCost of(Query<?> query) {
        String explanation = query.explain();
        Matcher counts = COUNTS.matcher(explanation);
        long rows = 0;
        long models = 0;
        while (counts.find()) {
            rows += Long.parseLong(counts.group(1));
            models += Long.parseLong(counts.group(2));
        }
        return new QueryCost(rows, models, explanation);
    }

    /** What the last transition cost all live queries of a database. */
    public static QueryCost ofLastTransition(Database database) {
        LiveDescription description = database.describe();
        long rows = 0;
        long models = 0;
        for (LiveDescription.Level level : description.levels()) {
            rows += level.rowsVisited();
            models += level.modelsChanged();
        }
        return new QueryCost(rows, models, description.toString());
    }

    /**
     * Requires that no more rows were visited.
     *
     * @param most how many may be
     */
    public QueryCost visitsAtMost(long most) {
        if (rowsVisited > most) {
            throw new AssertionError(
                    "Expected at most " + most + " rows to be visited, found " + rowsVisited + ":\n" + explanation);
        }
        return this;
    }

    /**
     * Requires that no more models were built.
     *
     * @param most how many may be
     */
    public QueryCost buildsAtMost(long most) {
        if (modelsBuilt > most) {
            throw new AssertionError(
                    "Expected at most " + most + " models to be built, found " + modelsBuilt + ":\n" + explanation);
        }
        return this;
    }
}
