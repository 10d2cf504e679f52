package dev.ananas.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuickstartTest {
    private static final Pattern CHANGE = Pattern.compile("(?m)^   #(\\d+)  ");
    private static final Pattern HEARD = Pattern.compile("(?m)^      (?:swiss|euro|top|latin) +#(\\d+)  ");
    private static final String OUTPUT = run();

    private static String run() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fitsOnAScreen() {
        assertThat(OUTPUT.lines()).hasSizeBetween(30, 59).allMatch(line -> line.length() <= 100);
    }

    @Test
    void showsEverySection() {
        assertThat(OUTPUT.lines()
                        .filter(line -> line.matches("\\d\\. .*"))
                        .map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactly("1. Load", "2. Ask once", "3. Subscribe", "4. Change", "5. Measure");
    }

    @Test
    void transitionsCountUpByOne() {
        assertThat(numbers(CHANGE))
                .isEqualTo(IntStream.rangeClosed(2, 8).boxed().toList());
    }

    @Test
    void subscribersHearInTheOrderOfTransitions() {
        assertThat(numbers(HEARD)).isSorted().startsWith(1, 1, 1, 1).contains(2, 3, 4, 5, 6, 7);
    }

    @Test
    void whatFailsIsExplainedAndHeardByNobody() {
        assertThat(OUTPUT.lines().dropWhile(line -> !line.startsWith("   --  ")))
                .anySatisfy(line -> assertThat(line).endsWith("wrote nothing, still at #8"))
                .anySatisfy(line -> assertThat(line).contains("error", "\"countries.name\" expects a text, found 49"))
                .contains("      (silent)  swiss, euro, top, latin");
    }

    private static List<Integer> numbers(Pattern pattern) {
        return pattern.matcher(OUTPUT).results().map(QuickstartTest::number).toList();
    }

    private static Integer number(MatchResult result) {
        return Integer.valueOf(result.group(1));
    }
}
