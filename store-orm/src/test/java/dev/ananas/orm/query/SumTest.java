package dev.ananas.orm.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SumTest {
    private static final List<Function<Random, Object>> KINDS = List.of(
            Random::nextInt,
            random -> random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE,
            random -> (short) random.nextInt(),
            random -> BigInteger.valueOf(random.nextLong()).pow(2),
            random -> BigDecimal.valueOf(random.nextInt(1000), random.nextInt(6) - 2),
            Random::nextGaussian,
            random -> "text");

    @Test
    void aSumThatWasKeptEqualsOneMadeAnew() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int kinds = 1 + random.nextInt(KINDS.size());
            Sum kept = new Sum();
            List<Object> present = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                if (present.isEmpty() || random.nextInt(3) > 0) {
                    Object value = KINDS.get(random.nextInt(kinds)).apply(random);
                    present.add(value);
                    kept.add(value);
                } else {
                    kept.remove(present.remove(random.nextInt(present.size())));
                }
                Sum anew = new Sum();
                present.forEach(anew::add);
                assertThat(kept.total()).as("seed %s, step %s", seed, step).isEqualTo(anew.total());
                assertThat(kept.count()).isEqualTo(anew.count());
            }
        }
    }

    @Test
    void wholeNumbersAndDecimalsAreExact() {
        Sum sum = new Sum();
        sum.add(Long.MIN_VALUE);
        sum.remove(Long.MIN_VALUE);
        sum.add(Long.MAX_VALUE);
        sum.add(1);
        assertThat(sum.total()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE));
        sum.remove(Long.MAX_VALUE);
        sum.add(new BigDecimal("0.10"));
        sum.add(new BigDecimal("0.2"));
        assertThat(sum.total()).isEqualTo(new BigDecimal("1.30"));
        sum.remove(new BigDecimal("0.10"));
        assertThat(sum.total()).as("the scale goes with the summand").isEqualTo(new BigDecimal("1.2"));
    }
}
