/** One immutable state tree: slices, actions, reducers, transitions and selectors. */
@SuppressWarnings("module") // dev.ananas.orm is compiled after this module
module dev.ananas.store {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive org.reactivestreams;
    requires transitive reactor.core;
    requires static transitive org.jspecify;
    requires static org.slf4j;

    exports dev.ananas.store;
    exports dev.ananas.store.collection;
    exports dev.ananas.store.logging;
    exports dev.ananas.store.snapshot;
    exports dev.ananas.store.spi to
            dev.ananas.orm;
}
