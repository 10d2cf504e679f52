package dev.ananas.orm.internal.table;

import dev.ananas.store.Action;

/** An action that gives rows other keys and leaves them in their places; what refers to them follows. */
public interface KeyReplacement extends Action {}
