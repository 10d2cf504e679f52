package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import dev.ananas.orm.internal.plan.Matching;
import dev.ananas.orm.internal.table.TableRow;
import dev.ananas.orm.internal.table.Tables;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps no members: one of a level without includes is its entry and nothing more, so it is made for the transition that
 * touches it. The driving row before the transition tells the bucket. In a short bucket the entry is found by a look at all of
 * them; in a long one by its place in the order, which the state before the transition tells again.
 */
final class PassingMembership implements Membership {
    private static final int SHORT = 32;

    private final Level level;

    PassingMembership(Level level) {
        this.level = level;
    }

    @Override
    public @Nullable Member of(Object drivingKey) {
        Tables before = level.graph.before();
        TableRow driving = before.table(level.plan.drivingTable()).get(drivingKey);
        Object key = driving == null ? null : level.plan.keyOf(driving, driving);
        Bucket bucket = key == null ? null : level.buckets.get(key);
        return bucket == null ? null : in(bucket, Objects.requireNonNull(driving), before);
    }

    private @Nullable Member in(Bucket bucket, TableRow driving, Tables before) {
        Member[] first = {null};
        if (bucket.members.size() <= SHORT) {
            for (int i = 0; i < bucket.members.size(); i++) {
                Entry entry = bucket.members.get(i);
                if (entry.driving().key().equals(driving.key())) {
                    first[0] = member(bucket, entry, first[0]);
                }
            }
        } else {
            new Matching(before, level.graph.work()).untested(level.plan, driving, like -> {
                int rank = bucket.members.rank(like);
                if (rank >= 0) {
                    first[0] = member(bucket, bucket.members.get(rank), first[0]);
                }
            });
        }
        return first[0];
    }

    private static Member member(Bucket bucket, Entry entry, @Nullable Member sibling) {
        Member member = new Member(bucket, entry);
        member.sibling = sibling;
        return member;
    }

    @Override
    public void add(Member member) {}

    @Override
    public void remove(Member member) {}

    @Override
    public @Nullable Member find(Bucket bucket, Entry entry) {
        return null;
    }

    @Override
    public void forEach(Consumer<Member> action) {}
}
