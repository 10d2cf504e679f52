package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactDoublesTest {

    private static double sum(double... numbers) {
        ExactDoubles sum = new ExactDoubles();
        for (double number : numbers) {
            sum.add(number, 1);
        }
        return sum.sum();
    }

    private static double anyDouble(Random random) {
        double number;
        do {
            number = Double.longBitsToDouble(random.nextLong());
        } while (Double.isNaN(number) || Double.isInfinite(number));
        return random.nextBoolean() ? number : random.nextGaussian() * Math.scalb(1, random.nextInt(60) - 30);
    }

    @Test
    void theSumIsTheNearestDoubleToTheExactOneWhateverCameAndWent() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ExactDoubles sum = new ExactDoubles();
            List<Double> present = new ArrayList<>();
            BigDecimal exact = BigDecimal.ZERO;
            for (int step = 0; step < 60; step++) {
                if (present.isEmpty() || random.nextInt(3) > 0) {
                    double number = anyDouble(random);
                    present.add(number);
                    sum.add(number, 1);
                    exact = exact.add(new BigDecimal(number));
                } else {
                    double number = present.remove(random.nextInt(present.size()));
                    sum.add(number, -1);
                    exact = exact.subtract(new BigDecimal(number));
                }
                assertThat(sum.sum()).as("seed %s, step %s", seed, step).isEqualTo(exact.doubleValue());
            }
        }
    }

    @Test
    void smallAndGreatNumbersKeepTheirParts() {
        assertThat(sum()).isZero();
        assertThat(sum(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(sum(1e308, 1e308)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sum(1e308, 1e308, -1e308)).isEqualTo(1e308);
        assertThat(sum(1, 1e100, 1, -1e100)).isEqualTo(2);
        assertThat(sum(-0.0, -0.0)).isEqualTo(0.0);
    }

    @Test
    void whatIsNoNumberIsForgottenWhenItGoes() {
        ExactDoubles sum = new ExactDoubles();
        sum.add(1, 1);
        sum.add(Double.NaN, 1);
        assertThat(sum.sum()).isNaN();
        sum.add(Double.NaN, -1);
        sum.add(Double.POSITIVE_INFINITY, 1);
        assertThat(sum.sum()).isEqualTo(Double.POSITIVE_INFINITY);
        sum.add(Double.NEGATIVE_INFINITY, 1);
        assertThat(sum.sum()).isNaN();
        sum.add(Double.POSITIVE_INFINITY, -1);
        assertThat(sum.sum()).isEqualTo(Double.NEGATIVE_INFINITY);
        sum.add(Double.NEGATIVE_INFINITY, -1);
        assertThat(sum.sum()).isEqualTo(1);
    }
}
