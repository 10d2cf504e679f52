package dev.ananas.orm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.codec.InputReader;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.write.IdSource;
import dev.ananas.orm.internal.write.InsertCommand;
import dev.ananas.orm.internal.write.SaveCommand;
import dev.ananas.orm.internal.write.StreamCommand;
import dev.ananas.orm.internal.write.Writes;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** Stores the records of one entity from streams, each stream as one command. */
final class RecordStreams {
    private final EntitySchema entity;
    private final Writes.Target target;
    private final Supplier<IdSource> ids;

    RecordStreams(EntitySchema entity, Writes.Target target, Supplier<IdSource> ids) {
        this.entity = entity;
        this.target = target;
        this.ids = ids;
    }

    long save(InputStream records, LoadProgress progress) {
        return load("save", records, progress, (batch, place) -> {
            return new SaveCommand(entity, read(batch, place, true), false, ids.get());
        });
    }

    long insert(InputStream records, LoadProgress progress) {
        return load("insert", records, progress, (batch, place) -> {
            return new InsertCommand(InsertCommand.Kind.INSERT, entity, read(batch, place, false), ids.get());
        });
    }

    private List<Input> read(List<JsonNode> batch, long place, boolean deep) {
        return InputReader.records(entity, batch, place, deep);
    }

    private long load(String verb, InputStream records, LoadProgress progress, StreamCommand.Batch batch) {
        Long count = target.write(new StreamCommand(verb + " " + entity.name(), records, batch, progress::read));
        return count == null ? 0 : count;
    }
}
