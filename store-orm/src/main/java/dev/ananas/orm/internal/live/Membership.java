package dev.ananas.orm.internal.live;

import dev.ananas.orm.internal.plan.Entry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which members each driving row has in the buckets of a level: mostly one, further ones follow as siblings. */
interface Membership {

    /** The first member of a driving row, as it was before the transition that is settled. */
    @Nullable
    Member of(Object drivingKey);

    /** Takes a member that came. */
    void add(Member member);

    /** Forgets a member. */
    void remove(Member member);

    /** The member that an entry of a bucket belongs to; null if it is not kept. */
    @Nullable
    Member find(Bucket bucket, Entry entry);

    /** Tells every member that is kept. */
    void forEach(Consumer<Member> action);
}
