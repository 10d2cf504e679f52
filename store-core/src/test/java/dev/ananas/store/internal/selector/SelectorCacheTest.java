package dev.ananas.store.internal.selector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.store.Selector;
import dev.ananas.store.StateTree;
import dev.ananas.store.StoreDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorCacheTest {

    private static final StoreDefinition<Integer> COUNT =
            StoreDefinition.named("count", () -> 0).build();

    @Test
    void aLateReaderOfAnOldVersionLeavesTheMemoryAlone() {
        SelectorCache cache = new SelectorCache(null);
        Selector<List<Integer>> boxed = COUNT.getter(count -> new ArrayList<>(List.of(count)));
        Committed old = new Committed(0, StateTree.empty().with(COUNT, 0));
        Committed now = new Committed(1, old.tree().with(COUNT, 1));
        List<Integer> newest = cache.read(boxed, now);
        assertThat(cache.read(boxed, old)).containsExactly(0);
        assertThat(cache.read(boxed, now)).isSameAs(newest);
    }
}
