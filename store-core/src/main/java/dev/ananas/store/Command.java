package dev.ananas.store;

/**
 * An action whose reducer also answers its caller.
 *
 * <p>Exactly one slice answers a command (see {@link StoreDefinition.Builder#answer}); others may react to it.
 *
 * @param <R> the type of the answer
 */
public interface Command<R> extends Action {}
