package dev.ananas.orm.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.internal.plan.Assembler;
import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Matching;
import dev.ananas.orm.internal.plan.Plan;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.schema.Projection;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Selection;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.List;

/** The invariants of the live engine, to be checked after a transition. */
public final class LevelCheck {
    private final Matching matching;

    private LevelCheck(Tables tables) {
        this.matching = new Matching(tables, new Work());
    }

    /** Checks every level against the committed tables. */
    public static void check(LiveGraph graph) {
        LevelCheck check = new LevelCheck(graph.committed());
        for (LiveLevel level : graph.levels()) {
            assertThat(level.scheduled).as("level left to settle").isFalse();
            if (level instanceof Level ofModels) {
                check.level(ofModels);
            } else {
                check.counts((CountLevel) level);
            }
        }
    }

    private void counts(CountLevel level) {
        int members = 0;
        for (Tally tally : level.demands()) {
            assertThat(tally.isUsed() || tally.lingering != null)
                    .as("number of %s of %s has a user", tally.key, level.plan)
                    .isTrue();
            List<Entry> expected = matching.bucket(level.plan, tally.key);
            assertThat(tally.size())
                    .as("members of %s of %s", tally.key, level.plan)
                    .isEqualTo(expected.size());
            for (Entry entry : expected) {
                assertThat(level.of(entry.target().key()))
                        .as("what a member counts for")
                        .isSameAs(tally);
            }
            members += tally.size();
        }
        assertThat(level.members()).as("members of the level").isEqualTo(members);
    }

    private void level(Level level) {
        assertThat(level.changed)
                .as("buckets left to publish in %s", level.plan)
                .isEmpty();
        int inBuckets = 0;
        for (Bucket bucket : level.buckets.values()) {
            inBuckets += bucket.members.size();
            bucket(level, bucket);
        }
        if (level.membership() instanceof StandingMembership) {
            assertThat(inLevel(level)).as("members of the level").isEqualTo(inBuckets);
        }
    }

    private static int inLevel(Level level) {
        int[] count = {0};
        level.membership().forEach(member -> count[0]++);
        return count[0];
    }

    private void bucket(Level level, Bucket bucket) {
        assertThat(bucket.windows()).as("windows of a bucket").isNotEmpty();
        for (Published window : bucket.windows()) {
            assertThat(window.isUsed() || window.lingering != null)
                    .as("bucket %s of %s has a user", bucket.key, level.plan)
                    .isTrue();
        }
        if (bucket.isDormant()) {
            assertThat(bucket.members).as("members of a dormant bucket").isEmpty();
            return;
        }
        List<Entry> expected = matching.bucket(level.plan, bucket.key);
        assertThat(bucket.members)
                .as("members of bucket %s of %s", bucket.key, level.plan)
                .hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            Entry entry = bucket.members.get(i);
            Member member = level.membership() instanceof StandingMembership
                    ? level.memberOf(bucket, entry)
                    : new Member(bucket, entry);
            assertThat(member.entry).as("entry of member %s", i).isSameAs(bucket.members.get(i));
            assertThat(alike(
                            level.plan.table(),
                            member.entry.target(),
                            expected.get(i).target()))
                    .as("row of member %s", i)
                    .isTrue();
            assertThat(alikeBetween(
                            level.plan, member.entry.link(), expected.get(i).link()))
                    .as("pivot of member %s", i)
                    .isTrue();
            int at = i;
            boolean inside = bucket.windows().stream()
                    .anyMatch(window -> at >= windowOf(window).from(expected.size())
                            && at < windowOf(window).to(expected.size()));
            assertThat(member.isBuilt()).as("member %s is built", i).isEqualTo(inside);
            assertThat(member.pending == null && !member.queued && !member.gone && !member.stale)
                    .as("member %s is settled", i)
                    .isTrue();
            if (inside) {
                children(level, member);
            }
        }
        bucket.windows().forEach(window -> window(bucket, window));
    }

    private static Selection.Window windowOf(Published published) {
        return published instanceof WindowBucket bucket ? bucket.window : Selection.Window.WHOLE;
    }

    private static void window(Bucket bucket, Published window) {
        List<Entry> shown = windowOf(window).of(bucket.members);
        assertThat(window.list.size()).isEqualTo(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            assertThat(window.list.get(i))
                    .as("model %s", i)
                    .isSameAs(shown.get(i).value());
        }
        window.routes.forEach(
                parent -> assertThat(parent.children).as("routed parents").contains(window));
    }

    /** Whether two rows between are the same one; columns that nobody sees or asks for may differ. */
    private static boolean alikeBetween(Plan plan, TableRow one, TableRow other) {
        return Assembler.showsPivot(plan) || one == null || other == null
                ? alike(plan.drivingTable(), one, other)
                : one.seq() == other.seq() && one.key().equals(other.key());
    }

    /** Whether two rows are the same one; it may have been written again with equal values. */
    private static boolean alike(TableSchema table, TableRow one, TableRow other) {
        return one == other
                || one != null
                        && other != null
                        && one.seq() == other.seq()
                        && one.key().equals(other.key())
                        && table.alike(one.read(), other.read(), Projection.ALL);
    }

    /** What a model shows of an include; where a key is hidden, that of another bucket which reads the same. */
    private static void included(Level level, Object shown, Object current) {
        if (level.plan.projection().isAll()) {
            assertThat(shown).as("what is included").isSameAs(current);
        } else {
            assertThat(shown).as("what is included").isEqualTo(current);
        }
    }

    private static void children(Level level, Member member) {
        for (int i = 0; i < level.plan.includes().size(); i++) {
            var include = level.plan.includes().get(i);
            Published child = member.children[i];
            Object model = member.entry.target().model();
            int at = include.targetOf(model);
            Object key = at < 0 ? null : include.targets().get(at).childKey(model);
            assertThat(child == null ? null : child.key)
                    .as("key of the included bucket")
                    .isEqualTo(key);
            Object related = level.plan.table().get(member.entry.value(), include.ordinal());
            if (child == null) {
                assertThat(
                                related == null
                                        ? at < 0
                                        : related instanceof ToMany<?> many
                                                ? many.isEmpty()
                                                : !((ToOne<?>) related).isPresent())
                        .as("nothing is included, or the case has no such relation")
                        .isTrue();
            } else if (include.toMany()) {
                boolean counted = level.plan.counts().stream().anyMatch(count -> count.ordinal() == include.ordinal());
                if (counted) {
                    assertThat(List.copyOf((ToMany<?>) related))
                            .as("what is included and counted")
                            .isEqualTo(List.copyOf(child.list));
                } else {
                    included(level, related, child.list);
                }
            } else {
                Object one = child.list.isEmpty() ? null : child.list.get(0);
                included(level, ((ToOne<?>) related).orElse(null), one);
            }
        }
    }
}
