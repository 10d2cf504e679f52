/**
 * Writes a class {@code X_} beside every annotated record {@code X}, and tells at compile time what is wrong with a schema.
 *
 * <p>An annotated type is read into a model of the schema ({@code EntityReader}), checked with the types it refers to
 * ({@code RelationCheck}, {@code ActionCheck}) and written ({@code MetamodelWriter} with one writer for each part).
 */
@NullMarked
package dev.ananas.orm.processor;

import org.jspecify.annotations.NullMarked;
