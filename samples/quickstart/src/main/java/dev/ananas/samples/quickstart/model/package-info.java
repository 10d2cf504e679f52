/**
 * The entities of the quickstart. Every record {@code X} has a class {@code X_} beside it with what Ananas needs to know:
 * one token per attribute and relation, the entity type, and access to the components without reflection.
 */
@NullMarked
package dev.ananas.samples.quickstart.model;

import org.jspecify.annotations.NullMarked;
