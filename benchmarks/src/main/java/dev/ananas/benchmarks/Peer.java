package dev.ananas.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a store has to offer to be measured. To measure another one, implement this with a public constructor without
 * parameters and name the class where {@code run.sh} takes names of peers.
 *
 * <p>Callbacks of live results run when the result is the new one, before the write that caused it returns. Rows are
 * interfaces, so that any class of rows fits.
 */
public interface Peer extends AutoCloseable {

    /** A role as a user has it. */
    interface Role {
        int id();

        String title();

        int level();
    }

    /** A user with its roles. */
    interface Row {
        int id();

        String name();

        int age();

        List<? extends Role> roles();
    }

    /** A live result: complete, of one state, readable by index. */
    interface Live {
        int size();

        Row row(int index);

        /** The row of a user, or null. Verification asks this, outside of what is measured. */
        @Nullable
        Row get(int id);

        /** Visits the first rows in order. */
        default void forEach(int limit, Consumer<? super Row> action) {
            int end = Math.min(limit, size());
            for (int i = 0; i < end; i++) {
                action.accept(row(i));
            }
        }
    }

    /** Inserts everything, from plain objects. */
    void load(Dataset data);

    /** One user without roles, by key. */
    Row find(int id);

    /** The main query: active users by name, each with its roles. */
    List<? extends Row> queryAll();

    /** The main query, live. */
    Live liveMain(Runnable changed);

    /** One user with its roles, live. */
    Live liveById(int id, Runnable changed);

    /** The first 50 of the main query, live. */
    Live liveWindow(Runnable changed);

    /** The users that have a role, in any order and without their roles, live. */
    Live liveHas(int roleId, Runnable changed);

    void setName(int id, String name);

    void setAge(int id, int age);

    void setTitle(int roleId, String title);

    void addPivot(int userId, int roleId, int level);

    void deletePivot(int userId, int roleId);

    /** Bytes outside the Java heap, of native databases. */
    default long nativeBytes() {
        return 0;
    }

    @Override
    default void close() {}
}
