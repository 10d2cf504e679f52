package dev.ananas.orm.query;

/**
 * Token of a boolean; false sorts before true.
 *
 * @param <M> model that declares the attribute
 */
public final class BooleanAttribute<M> extends ComparableAttribute<M, Boolean> {
    private BooleanAttribute(String entity, String name) {
        super(entity, name);
    }

    /** Token of a boolean. */
    public static <M> BooleanAttribute<M> bool(String entity, String name) {
        return new BooleanAttribute<>(entity, name);
    }

    /** Is true. */
    public Condition<M> isTrue() {
        return eq(true);
    }

    /** Is false; null is not. */
    public Condition<M> isFalse() {
        return eq(false);
    }
}
