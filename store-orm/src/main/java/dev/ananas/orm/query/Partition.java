package dev.ananas.orm.query;

import dev.ananas.orm.view.ToMany;
import dev.ananas.store.collection.PersistentMap;
import dev.ananas.store.collection.SortedSequence;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One version of the groups of a list, as a map. The next version is made of the difference of two versions of the list: it
 * patches the groups to which something came or from which something went, and shares the others, so its cost follows the
 * change and not the number of models or groups.
 *
 * @param <E> member of the list
 * @param <K> key of a group
 * @param <M> model
 */
final class Partition<E, K, M> extends AbstractMap<K, List<M>> {
    /** Stands for the key null, which a persistent map does not hold. */
    private static final Object NULL = new Object();

    private final SortedSequence<E> members;
    private final PersistentMap<Object, Group<E, K, M>> byKey;

    /** In the order of their first members. */
    private final SortedSequence<Group<E, K, M>> groups;

    /** Whether it reads as the version before. */
    private final boolean alike;

    private Partition(
            SortedSequence<E> members,
            PersistentMap<Object, Group<E, K, M>> byKey,
            SortedSequence<Group<E, K, M>> groups,
            boolean alike) {
        this.members = members;
        this.byKey = byKey;
        this.groups = groups;
        this.alike = alike;
    }

    /** The members of one key, never none, and the list that is shown of them. */
    private record Group<E, K, M>(K key, SortedSequence<E> members, List<M> models) {
        E first() {
            return members.get(0);
        }
    }

    /** The groups of a list. */
    static <E, K, M> Partition<E, K, M> of(Found.Members<E> list, Function<E, K> keyOf) {
        Comparator<? super E> order = list.members().comparator();
        Map<K, List<E>> byKey = new LinkedHashMap<>();
        list.members()
                .forEach(member -> byKey.computeIfAbsent(keyOf.apply(member), key -> new ArrayList<>())
                        .add(member));
        PersistentMap.Builder<Object, Group<E, K, M>> index =
                PersistentMap.<Object, Group<E, K, M>>empty().builder();
        List<Group<E, K, M>> groups = new ArrayList<>(byKey.size());
        byKey.forEach((key, some) -> {
            SortedSequence<E> ofGroup = SortedSequence.ofSorted(order, some);
            Group<E, K, M> group = new Group<>(key, ofGroup, models(list, ofGroup));
            groups.add(group);
            index.put(key(key), group);
        });
        Comparator<Group<E, K, M>> byFirst = (a, b) -> order.compare(a.first(), b.first());
        return new Partition<>(list.members(), index.build(), SortedSequence.ofSorted(byFirst, groups), false);
    }

    /** The groups of the next version of the list. */
    Partition<E, K, M> with(Found.Members<E> next, Function<E, K> keyOf) {
        Map<K, Exchange<E>> changed = new HashMap<>();
        Function<E, Exchange<E>> ofGroup =
                member -> changed.computeIfAbsent(keyOf.apply(member), key -> new Exchange<>());
        members.diff(next.members(), new SortedSequence.Difference<E>() {
            @Override
            public void removed(int oldIndex, E element) {
                ofGroup.apply(element).remove(element);
            }

            @Override
            public void added(int newIndex, E element) {
                ofGroup.apply(element).add(element);
            }

            @Override
            public void updated(int oldIndex, int newIndex, E before, E after) {
                ofGroup.apply(before).remove(before);
                ofGroup.apply(after).add(after);
            }
        });
        PersistentMap.Builder<Object, Group<E, K, M>> index = byKey.builder();
        Exchange<Group<E, K, M>> exchanged = new Exchange<>();
        changed.forEach((key, exchange) -> {
            Group<E, K, M> old = index.remove(key(key));
            Group<E, K, M> now = patched(key, old, exchange, next);
            if (old != null) {
                exchanged.remove(old);
            }
            if (now != null) {
                exchanged.add(now);
                index.put(key(key), now);
            }
        });
        exchanged.sort(groups);
        SortedSequence<Group<E, K, M>> patched = exchanged.applyTo(groups);
        boolean same = exchanged.readsAlike(groups, patched, Group::models);
        return new Partition<>(next.members(), index.build(), patched, same);
    }

    private @Nullable Group<E, K, M> patched(
            K key, @Nullable Group<E, K, M> old, Exchange<E> exchange, Found.Members<E> list) {
        SortedSequence<E> before = old == null ? SortedSequence.empty(members.comparator()) : old.members();
        SortedSequence<E> after = exchange.applyTo(before);
        if (after.isEmpty()) {
            return null;
        }
        List<M> shown =
                old != null && exchange.readsAlike(before, after, list::read) ? old.models() : models(list, after);
        return new Group<>(key, after, shown);
    }

    @SuppressWarnings("unchecked") // the list is one of such models
    private static <E, M> List<M> models(Found.Members<E> list, SortedSequence<E> some) {
        return (List<M>) ToMany.ofImmutable(new MappedList<E, Object>(some, list.model()));
    }

    private static Object key(@Nullable Object key) {
        return key == null ? NULL : key;
    }

    /** Whether it has the same lists in the same order as the version it was made of. */
    boolean readsAs(@Nullable Partition<E, K, M> before) {
        return before != null && alike;
    }

    @Override
    public @Nullable List<M> get(@Nullable Object key) {
        Group<E, K, M> group = byKey.get(key(key));
        return group == null ? null : group.models();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return byKey.containsKey(key(key));
    }

    @Override
    public Set<Entry<K, List<M>>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return groups.size();
            }

            @Override
            public Iterator<Entry<K, List<M>>> iterator() {
                Iterator<Group<E, K, M>> each = groups.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Entry<K, List<M>> next() {
                        Group<E, K, M> group = each.next();
                        return new SimpleImmutableEntry<>(group.key(), group.models());
                    }
                };
            }
        };
    }
}
