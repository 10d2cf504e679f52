package dev.ananas.orm.fuzz;

import dev.ananas.orm.fuzz.SchemaShape.Effect;
import dev.ananas.orm.fuzz.SchemaShape.EntityShape;
import dev.ananas.orm.fuzz.SchemaShape.HookShape;
import dev.ananas.orm.model.BeforeHook;
import dev.ananas.orm.model.EntityTypeBuilder;
import dev.ananas.orm.model.HookResult;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.model.Row;

/** Hooks of an entity. */
final class AnanasHooks {
    private AnanasHooks() {}

    /** What a hook throws on purpose. */
    static final class HookFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static void declare(EntityTypeBuilder<Row> builder, EntityShape entity) {
        for (HookShape shape : entity.hooks()) {
            BeforeHook<Row> hook = change -> isMeant(shape, change.model()) ? result(shape) : HookResult.keep();
            builder.hooks(hooks -> switch (shape.event()) {
                case SAVING -> hooks.onSaving(hook);
                case CREATING -> hooks.onCreating(hook);
                case UPDATING -> hooks.onUpdating(hook);
                case DELETING -> hooks.onDeleting(hook);
            });
        }
    }

    private static boolean isMeant(HookShape shape, Row row) {
        return row.get("n") instanceof Number number && number.doubleValue() == shape.number();
    }

    private static HookResult<Row> result(HookShape shape) {
        if (shape.effect() == Effect.THROW) {
            throw new HookFailure();
        }
        return shape.effect() == Effect.VETO
                ? HookResult.veto()
                : HookResult.patch(Patch.of(shape.attribute(), shape.value()));
    }
}
