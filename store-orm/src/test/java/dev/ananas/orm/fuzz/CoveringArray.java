package dev.ananas.orm.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Choices of one value for each of several dimensions, so that every pair of values of two dimensions occurs in one of them.
 */
final class CoveringArray {
    private final int[] sizes;
    private final Set<List<Integer>> open = new LinkedHashSet<>();

    CoveringArray(int... sizes) {
        this.sizes = sizes.clone();
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                for (int i = 0; i < sizes[a]; i++) {
                    for (int j = 0; j < sizes[b]; j++) {
                        open.add(List.of(a, i, b, j));
                    }
                }
            }
        }
    }

    /** The pairs that no choice covers yet. */
    Set<List<Integer>> open() {
        return open;
    }

    /** Notes what a choice covers. */
    void cover(int[] choice) {
        for (int a = 0; a < choice.length; a++) {
            for (int b = a + 1; b < choice.length; b++) {
                open.remove(List.of(a, choice[a], b, choice[b]));
            }
        }
    }

    /** Choices that cover all pairs, each beginning with an open pair and completed greedily. */
    static List<int[]> choices(int... sizes) {
        CoveringArray array = new CoveringArray(sizes);
        List<int[]> choices = new ArrayList<>();
        while (!array.open.isEmpty()) {
            int[] choice = array.next();
            array.cover(choice);
            choices.add(choice);
        }
        return choices;
    }

    private int[] next() {
        List<Integer> pair = open.iterator().next();
        int[] choice = new int[sizes.length];
        Arrays.fill(choice, -1);
        choice[pair.get(0)] = pair.get(1);
        choice[pair.get(2)] = pair.get(3);
        for (int dimension = 0; dimension < sizes.length; dimension++) {
            if (choice[dimension] < 0) {
                choice[dimension] = best(choice, dimension);
            }
        }
        return choice;
    }

    private int best(int[] choice, int dimension) {
        int best = 0;
        long most = -1;
        for (int value = 0; value < sizes[dimension]; value++) {
            long gain = 0;
            for (int other = 0; other < choice.length; other++) {
                if (choice[other] >= 0) {
                    List<Integer> pair = other < dimension
                            ? List.of(other, choice[other], dimension, value)
                            : List.of(dimension, value, other, choice[other]);
                    gain += open.contains(pair) ? 1 : 0;
                }
            }
            if (gain > most) {
                most = gain;
                best = value;
            }
        }
        return best;
    }
}
