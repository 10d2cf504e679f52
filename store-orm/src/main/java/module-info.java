/** Entities in a store: relations, repositories, queries that stay live. */
module dev.ananas.orm {
    requires transitive com.fasterxml.jackson.databind;
    requires transitive dev.ananas.store;
    requires static transitive org.jspecify;

    exports dev.ananas.orm;
    exports dev.ananas.orm.json;
    exports dev.ananas.orm.load;
    exports dev.ananas.orm.model;
    exports dev.ananas.orm.query;
    exports dev.ananas.orm.view;
}
