package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.schema.Schema;
import dev.ananas.orm.model.Component;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Dispatches writes. Input that cannot be read becomes a failing action. A write that a middleware drops did nothing. */
public final class Writes {
    private final Target target;
    private final LongSupplier millis;
    private final boolean makesIds;
    private final boolean keepsTime;

    public Writes(Target target, Schema schema, LongSupplier millis) {
        this.target = target;
        this.millis = millis;
        this.makesIds = schema.any(Component.Attribute::generated);
        this.keepsTime = schema.any(Component.Attribute::timestamps);
    }

    /** Where commands go. */
    public interface Target {
        /** Carries out a command; null if it was dropped on the way. */
        <R> @Nullable R write(EntityCommand<R> command);
    }

    /** A seed for the ids of one command, and its time; nothing is drawn where no entity asks for it. */
    public IdSource ids() {
        IdSource moment = moment();
        return makesIds ? IdSource.random(moment.second()) : moment;
    }

    /** The time of a command that makes no ids. */
    public IdSource moment() {
        return keepsTime ? new IdSource(0, 0, Math.floorDiv(millis.getAsLong(), 1000L)) : IdSource.NONE;
    }

    /** Carries out a command that answers models; {@code verb} and {@code what} name it if its input cannot be read. */
    public List<Object> list(String verb, Object what, Supplier<EntityCommand<List<Object>>> command) {
        List<Object> models = target.write(read(verb, what, command));
        return models == null ? List.of() : models;
    }

    /** Carries out a command that answers a number; {@code verb} and {@code what} name it if its input cannot be read. */
    public int count(String verb, Object what, Supplier<EntityCommand<Integer>> command) {
        Integer count = target.write(read(verb, what, command));
        return count == null ? 0 : count;
    }

    private static <R> EntityCommand<R> read(String verb, Object what, Supplier<EntityCommand<R>> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException e) {
            return new RefusedCommand<>(verb + " " + what, e);
        }
    }
}
