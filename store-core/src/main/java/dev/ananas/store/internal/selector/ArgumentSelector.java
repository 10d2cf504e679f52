package dev.ananas.store.internal.selector;

import dev.ananas.store.KeyedSelector;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The selector of one argument of a {@link KeyedSelector}: a value, equal to any other of an equal argument. */
final class ArgumentSelector<K, T> extends DerivedSelector<T> {

    private final SelectorFamily<K, T> family;
    private final K argument;

    ArgumentSelector(SelectorFamily<K, T> family, K argument) {
        super(null, list(family.input()), inputs -> family.compute(inputs.values()[0], argument));
        this.family = family;
        this.argument = argument;
    }

    SelectorFamily<K, T> family() {
        return family;
    }

    K argument() {
        return argument;
    }

    @Override
    public String name() {
        return family.name() + "(" + argument + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArgumentSelector<?, ?> that && family == that.family && argument.equals(that.argument);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(family), argument);
    }
}
