package dev.ananas.test.docs;

/** A user of the documentation. */
record User(Long id, String name, boolean active) {}
