package dev.ananas.orm.internal.live;

import dev.ananas.orm.query.LiveDescription;
import dev.ananas.store.Transition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers enough of the last transition to tell why levels were settled; none of its rows. */
final class LastTransition {
    private long version;
    private String action = "";
    private final Map<String, Integer> changed = new LinkedHashMap<>();

    void is(Transition transition) {
        version = transition.version();
        action = transition.action().name();
        changed.clear();
        for (String table : transition.changes().tables()) {
            changed.put(table, transition.changes().of(table).size());
        }
    }

    long version() {
        return version;
    }

    LiveDescription describe(Collection<LiveLevel> levels) {
        List<LiveLevel> sorted = new ArrayList<>(levels);
        sorted.sort(Comparator.<LiveLevel>comparingInt(level -> level.height)
                .thenComparing(level -> level.plan.toString()));
        List<LiveDescription.Level> described = new ArrayList<>(sorted.size());
        sorted.forEach(level -> described.add(describe(level, levels)));
        return new LiveDescription(version, action, changed, described);
    }

    private LiveDescription.Level describe(LiveLevel level, Collection<LiveLevel> all) {
        int lingering = 0;
        int subscriptions = 0;
        for (Demand demand : level.demands()) {
            lingering += demand.lingering == null ? 0 : 1;
            subscriptions += demand.subscriptions.size();
        }
        return new LiveDescription.Level(
                level.plan.toString(),
                level.demands().size(),
                lingering,
                level.members(),
                level.routes(),
                subscriptions,
                isSettled(level) ? causes(level, all) : List.of(),
                isSettled(level) ? level.settling.rowsVisited() : 0,
                isSettled(level) ? level.settling.modelsBuilt() : 0,
                isSettled(level) ? level.settling.listsPublished() : 0);
    }

    private boolean isSettled(LiveLevel level) {
        return version > 0 && level.settledAt == version;
    }

    /** Changed tables that it reads, and levels below it that published. */
    private List<String> causes(LiveLevel level, Collection<LiveLevel> all) {
        List<String> causes = new ArrayList<>();
        LiveGraph.tablesOf(level.plan).forEach(table -> {
            if (changed.containsKey(table.name())) {
                causes.add(table.name() + " changed");
            }
        });
        for (LiveLevel below : all) {
            if (level.includes(below) && isSettled(below) && below.settling.listsPublished() > 0) {
                causes.add("lists of " + below.plan + " changed");
            }
        }
        return causes;
    }
}
