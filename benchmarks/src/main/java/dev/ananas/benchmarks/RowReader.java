package dev.ananas.benchmarks;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads rows as a screen would: everything that is shown, so that nothing can stay unbuilt. */
final class RowReader {
    /** Rows that a subscriber reads. */
    static final int PAGE = 50;

    private int sink;

    /** Reads a row and its roles. */
    void read(Peer.Row row) {
        int sum = columns(row);
        List<? extends Peer.Role> roles = row.roles();
        for (int i = 0; i < roles.size(); i++) {
            Peer.Role role = roles.get(i);
            sum += role.id()
                    + role.level()
                    + role.title().length()
                    + role.title().charAt(0);
        }
        sink += sum;
    }

    /** Reads a row that has no roles. */
    void readFlat(Peer.Row row) {
        sink += columns(row);
    }

    /** Reads what a point read is for. */
    void readFound(Peer.Row row) {
        sink += row.name().length() + row.age();
    }

    void readPage(Peer.Live live) {
        live.forEach(PAGE, this::read);
    }

    void readFlatPage(Peer.Live live) {
        live.forEach(PAGE, this::readFlat);
    }

    void readAll(Peer.Live live) {
        live.forEach(Integer.MAX_VALUE, this::read);
    }

    private static int columns(Peer.Row row) {
        return row.id() + row.name().length() + row.name().charAt(0) + row.age();
    }

    /** Hash of the first page; the order of roles within a row does not matter. */
    static int hash(Peer.Live live) {
        AtomicInteger hash = new AtomicInteger();
        live.forEach(PAGE, row -> hash.set(hash.get() * 31 + hash(row)));
        return hash.get();
    }

    /** Hash of the first page of rows. */
    static int hash(List<? extends Peer.Row> rows) {
        int hash = 0;
        for (Peer.Row row : rows.subList(0, Math.min(PAGE, rows.size()))) {
            hash = hash * 31 + hash(row);
        }
        return hash;
    }

    private static int hash(Peer.Row row) {
        int hash = row.id() * 31 + row.name().hashCode() * 17 + row.age() * 7;
        for (Peer.Role role : row.roles()) {
            hash += role.id() * 1009 + role.level() * 101 + role.title().hashCode();
        }
        return hash;
    }

    /** Keeps the compiler from leaving the reading out. */
    int sink() {
        return sink;
    }
}
