package dev.ananas.store.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the slices of an older snapshot into those of the next version. Works on JSON, since the classes that wrote it may be
 * gone.
 *
 * <p>What is made for slices is here; {@code EntityMigration} of the ORM has what is made for entities.
 */
@FunctionalInterface
public interface Migration {

    /**
     * Migrates the slices.
     *
     * @param slices the slices by name; may be changed
     * @return the slices after it, usually the same object
     * @throws IllegalArgumentException if they are not what was expected; nothing is restored then
     */
    ObjectNode apply(ObjectNode slices);

    /** This migration, then another one. */
    default Migration then(Migration next) {
        return slices -> next.apply(apply(slices));
    }

    /**
     * Changes the state of a slice; does nothing if the snapshot has none.
     *
     * @param change from the old state to the new one
     */
    static Migration slice(String name, UnaryOperator<JsonNode> change) {
        return slices -> {
            JsonNode state = slices.get(name);
            if (state != null) {
                slices.set(name, change.apply(state));
            }
            return slices;
        };
    }

    /**
     * Gives a slice another name.
     *
     * @throws IllegalArgumentException when applied to a snapshot that has both
     */
    static Migration renameSlice(String from, String to) {
        return slices -> rename(slices, from, to);
    }

    /** Removes a slice. */
    static Migration dropSlice(String name) {
        return slices -> {
            slices.remove(name);
            return slices;
        };
    }

    /**
     * Gives a member of a slice another name.
     *
     * @throws IllegalArgumentException when applied to a slice that has both
     */
    static Migration renameMember(String slice, String from, String to) {
        return members(slice, state -> rename(state, from, to));
    }

    /** Removes a member of a slice. */
    static Migration dropMember(String slice, String member) {
        return members(slice, state -> {
            state.remove(member);
            return state;
        });
    }

    /** Gives a slice a member where it has none. */
    static Migration addMember(String slice, String member, JsonNode value) {
        return members(slice, state -> {
            if (!state.has(member)) {
                state.set(member, value);
            }
            return state;
        });
    }

    /** Changes a member of a slice, for instance its type; does nothing where there is none. */
    static Migration changeMember(String slice, String member, UnaryOperator<JsonNode> change) {
        return members(slice, state -> {
            JsonNode value = state.get(member);
            if (value != null) {
                state.set(member, change.apply(value));
            }
            return state;
        });
    }

    private static Migration members(String slice, UnaryOperator<ObjectNode> change) {
        return slice(slice, state -> change.apply(object(state, "/slices/" + slice)));
    }

    private static ObjectNode object(@Nullable JsonNode node, String pointer) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("expected an object at " + pointer + ", found " + node);
    }

    private static ObjectNode rename(ObjectNode object, String from, String to) {
        JsonNode value = object.get(from);
        if (value != null && object.has(to)) {
            throw new IllegalArgumentException(
                    "\"" + from + "\" cannot be renamed to \"" + to + "\", which is there already");
        }
        if (value != null) {
            object.remove(from);
            object.set(to, value);
        }
        return object;
    }
}
