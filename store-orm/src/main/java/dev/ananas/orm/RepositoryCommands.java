package dev.ananas.orm;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.write.Choice;
import dev.ananas.orm.internal.write.ClearCommand;
import dev.ananas.orm.internal.write.DeleteCommand;
import dev.ananas.orm.internal.write.EntityCommand;
import dev.ananas.orm.internal.write.FindOrSaveCommand;
import dev.ananas.orm.internal.write.InsertCommand;
import dev.ananas.orm.internal.write.InsertCommand.Kind;
import dev.ananas.orm.internal.write.SaveCommand;
import dev.ananas.orm.internal.write.SaveModelsCommand;
import dev.ananas.orm.internal.write.UpdateCommand;
import dev.ananas.orm.internal.write.Writes;
import dev.ananas.orm.model.Patch;
import dev.ananas.orm.view.ToMany;
import java.util.List;
import java.util.function.Supplier;

/**
 * The writes of one entity as commands. Reads their input before they are dispatched, so that actions are values, and hands
 * their answers on.
 */
final class RepositoryCommands<M> {
    private final EntitySchema entity;
    private final Writes writes;
    private final boolean syncs;

    RepositoryCommands(EntitySchema entity, Writes writes, SaveMode mode) {
        this.entity = entity;
        this.writes = writes;
        this.syncs = mode == SaveMode.SYNC;
    }

    List<M> save(Supplier<List<Input>> records) {
        return list("save", () -> new SaveCommand(entity, records.get(), syncs, writes.ids()));
    }

    List<M> saveModels(Supplier<List<?>> models) {
        return list("save", () -> new SaveModelsCommand(entity, models.get(), syncs, writes.ids()));
    }

    /** Stores records without what is nested in them. */
    List<M> store(Kind kind, Supplier<List<?>> records) {
        return list(kind.verb(), () -> new InsertCommand(kind, entity, records.get(), writes.ids()));
    }

    /** The record that is chosen, updated if that is wanted, else one that is made of both patches. */
    List<M> findOrSave(Choice choice, Patch<M> attributes, Patch<M> values, boolean updates) {
        return list(
                updates ? "update or create" : "first or create",
                () -> new FindOrSaveCommand(
                        entity, choice, attributes.values(), values.values(), updates, writes.ids()));
    }

    List<M> update(Supplier<Choice> choice, Patch<M> patch) {
        return list(
                "update",
                () -> new UpdateCommand(
                        entity, choice.get(), InputReader.changes(entity.table(), patch.values()), writes.ids()));
    }

    List<M> delete(Supplier<Choice> choice) {
        return list("delete", () -> new DeleteCommand(entity, choice.get(), writes.moment()));
    }

    int clear() {
        return writes.count("clear", entity.name(), () -> new ClearCommand(entity));
    }

    private List<M> list(String verb, Supplier<EntityCommand<List<Object>>> command) {
        return typed(writes.list(verb, entity.name(), command));
    }

    /** Models of the entity as a list of them. */
    @SuppressWarnings("unchecked")
    List<M> typed(List<Object> models) {
        return (List<M>) ToMany.ofImmutable(models);
    }
}
