package dev.ananas.benchmarks;

import org.jspecify.annotations.Nullable;

/** A result that is not right ends the run. */
final class Verify {
    private Verify() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("VERIFY FAILED: " + what);
        }
    }

    static <T> T present(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("VERIFY FAILED: " + what);
        }
        return value;
    }

    /** The role of a row by id. */
    static Peer.Role role(Peer.@Nullable Row row, int roleId, String what) {
        for (Peer.Role role : present(row, what).roles()) {
            if (role.id() == roleId) {
                return role;
            }
        }
        throw new IllegalStateException("VERIFY FAILED: " + what);
    }
}
