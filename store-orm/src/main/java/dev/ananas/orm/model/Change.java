package dev.ananas.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * What a hook is told about one record.
 *
 * @param <M> model
 * @param event why the hook runs
 * @param entity name of the entity
 * @param key primary key: the key attribute's own value, or a {@link Key} if it is composite
 * @param before the record as it was stored, without relations; null if it is new
 * @param model the record that is about to be stored, was stored, or is removed; without relations unless it was retrieved
 */
public record Change<M>(
        HookEvent event,
        String entity,
        Object key,
        @Nullable M before,
        M model) {}
