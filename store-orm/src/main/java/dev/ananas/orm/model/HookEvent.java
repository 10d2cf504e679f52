package dev.ananas.orm.model;

/**
 * When hooks run. The first four come before a record is stored or removed and may replace or refuse it; the others tell what
 * happened, after the whole transaction has been committed.
 *
 * <table>
 * <caption>Which writes run which hooks, in this order</caption>
 * <tr><th>write</th><th>before</th><th>after</th></tr>
 * <tr><td>save, create, update or create, links: new record</td><td>saving, creating</td><td>saved, created</td></tr>
 * <tr><td>the same: stored record</td><td>saving, updating</td><td>saved, updated</td></tr>
 * <tr><td>update; a reference that a delete sets to null</td><td>updating</td><td>updated</td></tr>
 * <tr><td>fresh</td><td>saving, creating</td><td>saved, created</td></tr>
 * <tr><td>delete, destroy, what a delete takes along, removed links</td><td>deleting</td><td>deleted</td></tr>
 * <tr><td>insert, raw fresh, clear</td><td>none</td><td>none</td></tr>
 * </table>
 */
public enum HookEvent {
    /** A record is about to be stored by a save, whether it is new or not. */
    SAVING,
    /** A new record is about to be stored. */
    CREATING,
    /** A stored record is about to get other values. */
    UPDATING,
    /** A record is about to be removed. */
    DELETING,
    /** A record was stored by a save. */
    SAVED,
    /** A new record was stored. */
    CREATED,
    /** A stored record got the values of a save or an update, be they other ones or the same. */
    UPDATED,
    /** A record was removed. */
    DELETED,
    /** A query gave a model when it was asked once: not as a related model, and not in a live answer. */
    RETRIEVED
}
