package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps all members: those of a level with includes, of which each is a parent of other buckets. */
final class StandingMembership implements Membership {
    private final Map<Object, Member> first = new HashMap<>();

    @Override
    public @Nullable Member of(Object drivingKey) {
        return first.get(drivingKey);
    }

    @Override
    public void add(Member member) {
        member.sibling = first.put(keyOf(member.entry), member);
    }

    @Override
    public void remove(Member member) {
        Object key = keyOf(member.entry);
        Member before = Objects.requireNonNull(first.get(key), "member of the level");
        if (before == member) {
            if (member.sibling == null) {
                first.remove(key);
            } else {
                first.put(key, member.sibling);
            }
            return;
        }
        while (before.sibling != member) {
            before = Objects.requireNonNull(before.sibling, "member of the driving row");
        }
        before.sibling = member.sibling;
    }

    @Override
    public @Nullable Member find(Bucket bucket, Entry entry) {
        Member member = first.get(keyOf(entry));
        while (member != null
                && (member.bucket != bucket
                        || !member.entry.target().key().equals(entry.target().key()))) {
            member = member.sibling;
        }
        return member;
    }

    @Override
    public void forEach(Consumer<Member> action) {
        for (Member one : first.values()) {
            for (Member member = one; member != null; member = member.sibling) {
                action.accept(member);
            }
        }
    }

    private static Object keyOf(Entry entry) {
        return entry.driving().key();
    }
}
