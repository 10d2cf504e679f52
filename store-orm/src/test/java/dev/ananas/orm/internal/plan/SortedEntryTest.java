package dev.ananas.orm.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a text begins, as a number. */
class SortedEntryTest {

    /** The characters at which something changes: the least, plain ones, those around a byte, halves of pairs, the last. */
    private static final String CHARACTERS = "\u0000\u0001 AZaz~\u007f\u0080\u00fe\u00ff\u0100\u0101\ud83d\ude00\uffff";

    @Test
    void beginningsNeverContradictTheOrderOfTheirTexts() {
        List<String> texts = texts(new Random(5));
        int decided = 0;
        for (String one : texts) {
            for (String other : texts) {
                int byBeginning = Long.compareUnsigned(SortedEntry.beginningOf(one), SortedEntry.beginningOf(other));
                if (byBeginning != 0) {
                    decided++;
                    assertThat(Integer.signum(one.compareTo(other)))
                            .as("%s and %s", quoted(one), quoted(other))
                            .isEqualTo(Integer.signum(byBeginning));
                }
            }
        }
        assertThat(decided).isGreaterThan(texts.size() * texts.size() / 2);
    }

    @Test
    void eightPlainCharactersAreToldApart() {
        assertThat(SortedEntry.beginningOf("abcdefgh")).isNotEqualTo(SortedEntry.beginningOf("abcdefgi"));
        assertThat(SortedEntry.beginningOf("abcdefghi")).isEqualTo(SortedEntry.beginningOf("abcdefghj"));
        assertThat(SortedEntry.beginningOf("")).isZero();
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            StringBuilder text = new StringBuilder();
            int kinds = 1 + random.nextInt(CHARACTERS.length());
            int length = random.nextInt(11);
            while (text.length() < length) {
                text.append(CHARACTERS.charAt(random.nextInt(kinds)));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String quoted(String text) {
        StringBuilder codes = new StringBuilder();
        text.chars().forEach(code -> codes.append(Integer.toHexString(code)).append(' '));
        return codes.toString();
    }
}
