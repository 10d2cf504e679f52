package dev.ananas.store.spi;

/** Marks actions that cannot be reduced a second time, such as one that reads a stream. Development checks leave them out. */
public interface SingleUse {}
