/**
 * The two persistent collections that every published state is made of.
 *
 * <ul>
 *   <li>{@link dev.ananas.store.collection.PersistentMap}: a hash trie from key to value, used for the rows by id.
 *   <li>{@link dev.ananas.store.collection.SortedSequence}: a sorted, indexed {@link java.util.List}, used for the
 *       result of a query.
 * </ul>
 *
 * <p>Both are immutable. A change gives a new version that shares all but O(log n) memory with the old one, and two
 * versions tell their difference in time proportional to what changed rather than to their size. Instances may be
 * handed to other threads in any way, also through a data race; builders belong to one thread.
 *
 * <p>Neither collection holds nulls.
 */
@NullMarked
package dev.ananas.store.collection;

import org.jspecify.annotations.NullMarked;
