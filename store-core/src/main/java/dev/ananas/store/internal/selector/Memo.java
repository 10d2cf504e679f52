package dev.ananas.store.internal.selector;

/** The inputs a selector was computed from last, and the result. */
record Memo<T>(long version, Object[] inputs, T value) {

    /** Whether the inputs are the same references. */
    boolean isOf(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (inputs[i] != values[i]) {
                return false;
            }
        }
        return true;
    }

    Memo<?> newer(Memo<?> other) {
        return other.version() >= version ? other : this;
    }
}
