package dev.ananas.orm.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link BeforeHook} decided. Immutable.
 *
 * @param <M> model
 */
public final class HookResult<M> {
    private static final HookResult<?> KEEP = new HookResult<>(null, null, false);
    private static final HookResult<?> VETO = new HookResult<>(null, null, true);

    private final @Nullable M model;
    private final @Nullable Patch<M> patch;
    private final boolean veto;

    private HookResult(@Nullable M model, @Nullable Patch<M> patch, boolean veto) {
        this.model = model;
        this.patch = patch;
        this.veto = veto;
    }

    /**
     * The record goes on as it is.
     *
     * @param <M> model
     * @return the result
     */
    @SuppressWarnings("unchecked") // it holds no model
    public static <M> HookResult<M> keep() {
        return (HookResult<M>) KEEP;
    }

    /**
     * Another record is stored instead; its relations do not matter. A delete has nothing to replace and ignores it.
     *
     * @param <M> model
     * @param model a model with the same key
     * @return the result
     */
    public static <M> HookResult<M> replace(M model) {
        return new HookResult<>(Objects.requireNonNull(model, "model"), null, false);
    }

    /**
     * The record is stored with other values for some attributes. A delete has nothing to change and ignores it.
     *
     * @param <M> model
     * @param patch the values; the key stays, names that the entity does not declare are dropped
     * @return the result
     */
    public static <M> HookResult<M> patch(Patch<M> patch) {
        return new HookResult<>(null, Objects.requireNonNull(patch, "patch"), false);
    }

    /**
     * This one record is left out: it is not stored, or not removed. Everything else in the transaction goes on, and later
     * hooks for this record do not run.
     *
     * @param <M> model
     * @return the result
     */
    @SuppressWarnings("unchecked") // it holds no model
    public static <M> HookResult<M> veto() {
        return (HookResult<M>) VETO;
    }

    /**
     * Whether the record is left out.
     *
     * @return true after {@link #veto()}
     */
    public boolean isVeto() {
        return veto;
    }

    /**
     * The record to be stored instead.
     *
     * @return the model of {@link #replace}, else null
     */
    public @Nullable M model() {
        return model;
    }

    /**
     * The values to be changed.
     *
     * @return the patch of {@link #patch}, else null
     */
    public @Nullable Patch<M> patch() {
        return patch;
    }

    @Override
    public String toString() {
        return veto ? "veto" : model != null ? "replace " + model : patch != null ? patch.toString() : "keep";
    }
}
