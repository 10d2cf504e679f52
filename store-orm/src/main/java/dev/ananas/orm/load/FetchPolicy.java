package dev.ananas.orm.load;

/**
 * Whether what the store has is enough, or a request is made. What was loaded is fresh until its maximal age is reached or it is
 * invalidated.
 */
public enum FetchPolicy {
    /** Requests what is not fresh. */
    CACHE_FIRST,
    /** Requests always; shows what was loaded before if the request fails. */
    NETWORK_FIRST,
    /** Shows what was loaded before, however old, and requests what is not fresh behind it. */
    STALE_WHILE_REVALIDATE,
    /** Requests always; a request that fails is a failure. */
    NETWORK_ONLY,
    /** Never requests. */
    CACHE_ONLY
}
