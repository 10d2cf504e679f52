package dev.ananas.orm;

import dev.ananas.orm.model.EntityType;

/**
 * Writes to one relation that leads to one record: belongsTo, hasOne, morphTo or morphOne. Every call outside a transaction is one
 * transition, in which the record with the foreign key is updated, with its hooks. Any thread. Records are named by their primary
 * keys. The one that declares the relation has to exist; so has the other one if it has the foreign key, or if the relation uses
 * another owner key than the primary one. What is missing or does not fit is a
 * {@link dev.ananas.orm.model.DataException} within the {@link dev.ananas.store.ActionFailedException} of the write.
 *
 * @param <M> model that declares the relation
 * @param <R> related model
 */
public interface OneLink<M, R> {

    /**
     * Makes a record refer to another one. With hasOne and morphOne other records that referred to it are released.
     *
     * @param key primary key of the record that declares the relation
     * @param relatedKey primary key of the other record
     * @return whether anything was changed
     */
    boolean associate(Object key, Object relatedKey);

    /**
     * As {@link #associate(Object, Object)}, where a morphTo relation leads to several entities.
     *
     * @param key primary key of the record that declares the relation
     * @param related entity of the other record
     * @param relatedKey primary key of the other record
     * @return whether anything was changed
     */
    boolean associate(Object key, EntityType<? extends R> related, Object relatedKey);

    /**
     * As {@link #associate(Object, EntityType, Object)}, by the name of the entity.
     *
     * @param key primary key of the record that declares the relation
     * @param entity name of the entity of the other record
     * @param relatedKey primary key of the other record
     * @return whether anything was changed
     */
    boolean associate(Object key, String entity, Object relatedKey);

    /**
     * Makes a record refer to none: the foreign key becomes null.
     *
     * @param key primary key of the record that declares the relation
     * @return whether it referred to one
     */
    boolean dissociate(Object key);
}
