package dev.ananas.orm.fuzz;

/** How much was done. */
final class Tally {
    long programs;
    long steps;
    long comparisons;
    long emissions;
    long refusals;
    long skipped;
    long cut;

    @Override
    public String toString() {
        return programs + " programs, " + steps + " steps, " + comparisons + " comparisons, " + emissions
                + " emissions, " + refusals + " refused writes, " + skipped + " unspecified writes left out, "
                + cut + " programs cut off at an answer that is too large";
    }
}
