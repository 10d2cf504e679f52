package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Chance, and which features it may use. */
final class Dice {
    private final SplittableRandom random;
    private final Set<Feature> features;

    Dice(SplittableRandom random, Set<Feature> features) {
        this.random = random;
        this.features = features;
    }

    /** Every feature is left out with the chance of one in five, in some programs with none at all. */
    static Dice swarm(SplittableRandom random) {
        EnumSet<Feature> features = EnumSet.allOf(Feature.class);
        int sides = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 5;
        features.removeIf(feature -> random.nextInt(sides) == 0);
        return new Dice(random, features);
    }

    /** True once in so many times, if the feature is on. */
    boolean may(Feature feature, int sides) {
        return features.contains(feature) && random.nextInt(sides) == 0;
    }

    boolean may(Feature feature) {
        return may(feature, 1);
    }

    boolean oneIn(int sides) {
        return random.nextInt(sides) == 0;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> List<T> some(int low, int high, Supplier<T> element) {
        List<T> list = new ArrayList<>();
        for (int n = between(low, high); n > 0; n--) {
            list.add(element.get());
        }
        return list;
    }
}
