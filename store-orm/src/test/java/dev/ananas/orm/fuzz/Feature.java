package dev.ananas.orm.fuzz;

/**
 * What a program may use. Each program leaves out some at random, so that the others get more room and meet each other.
 */
enum Feature {
    TEXT_KEYS,
    COMPOSITE_KEYS,
    CUSTOM_KEYS,
    SELF_RELATIONS,
    HAS,
    BELONGS_TO,
    PIVOTS,
    SURROGATE_PIVOTS,
    SHARED_PIVOTS,
    PIVOTS_AS_ENTITIES,
    ACCESSORS,
    NULLS,
    CONDITIONS,
    NESTED_CONDITIONS,
    OR_WHERE,
    PIVOT_CLAUSES,
    ORDER,
    WINDOWS,
    INCLUDES,
    DEEP_INCLUDES,
    CLAUSES_IN_INCLUDES,
    TERMINALS,
    EQUAL_QUERIES,
    RESUBSCRIPTION,
    NESTED_SAVES,
    UPDATES,
    DELETES,
    EMPTYING,
    LINKS,
    STORE_AGAIN,
    TRANSACTIONS,
    FAILURES
}
