/** A test kit for applications of this library. */
module dev.ananas.test {
    requires transitive dev.ananas.orm;
    requires transitive dev.ananas.store;
    requires static transitive org.jspecify;
    requires reactor.test;

    exports dev.ananas.test;
}
