package dev.ananas.benchmarks;

/** Mulberry32: the same numbers in Java and JavaScript from the same seed. */
final class Mulberry {
    private int state;

    Mulberry(int seed) {
        state = seed;
    }

    /** The next 32 bits. */
    private int next() {
        state += 0x6D2B79F5;
        int t = (state ^ (state >>> 15)) * (1 | state);
        t = (t + (t ^ (t >>> 7)) * (61 | t)) ^ t;
        return t ^ (t >>> 14);
    }

    /** A number from 0 to below the bound. */
    int nextInt(int bound) {
        return (int) ((Integer.toUnsignedLong(next()) * bound) >>> Integer.SIZE);
    }

    /** A word of lower-case letters. */
    String letters(int length) {
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (char) ('a' + nextInt(26));
        }
        return new String(letters);
    }
}
