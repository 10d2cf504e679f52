package dev.ananas.benchmarks.parts;

import dev.ananas.benchmarks.AnanasPeer;
import dev.ananas.benchmarks.Dataset;
import dev.ananas.benchmarks.Peer;

/** A store with the dataset, and users and roles to change, one after the other. */
final class Loaded {
    private static final int STEP = 7919;

    final Dataset data;
    final Peer peer = new AnanasPeer();
    private int at;

    Loaded(int size) {
        data = Dataset.generate(size);
        peer.load(data);
    }

    /** Another user each time, active or not. */
    Dataset.User user() {
        at = (at + STEP) % data.users().size();
        return data.users().get(at);
    }

    /** Another user each time that is active. */
    Dataset.User activeUser() {
        Dataset.User user = user();
        while (!user.active()) {
            user = user();
        }
        return user;
    }

    /** Another role each time. */
    int role() {
        at += STEP;
        return 1 + at % data.roles().size();
    }

    /** A text that differs from the last one. */
    String text() {
        at++;
        return "name" + at;
    }

    /** A number that differs from the last one. */
    int number() {
        at++;
        return at % 100;
    }
}
