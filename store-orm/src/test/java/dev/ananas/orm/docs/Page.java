package dev.ananas.orm.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java code of a page of the documentation. */
public final class Page {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private Page() {}

    /** Requires that a test runs each block of a page, spaces and comments aside. */
    public static void isRunBy(String page, Class<?> test) {
        String source = code(read(Path.of("src", "test", "java", test.getName().replace('.', '/') + ".java")));
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(read(Path.of("..", "docs", page)));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertThat(blocks).isNotEmpty();
        assertThat(blocks).allSatisfy(block -> assertThat(source).contains(code(block)));
    }

    private static String code(String text) {
        return text.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
