package dev.ananas.samples.quickstart;

import java.io.PrintStream;

/** Prints numbered sections of lines, aligned and no wider than a terminal. */
final class Console {
    private static final int WIDTH = 100;
    private static final int LABEL = 10;

    private final PrintStream out;
    private int sections;

    Console(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println(text);
    }

    void section(String title) {
        sections++;
        out.println();
        out.println(sections + ". " + title);
    }

    void line(String text) {
        out.println("   " + text);
    }

    void line(String label, String text) {
        line(padded(label) + text);
    }

    /** What was done, under a number, and what it wrote. */
    void change(String number, String what, String written) {
        line(String.format("%-4s%-48s%s", number, what, "wrote " + written));
    }

    /** A label and a text, one step further in; a long text goes on below itself. */
    void row(String label, String text) {
        String margin = "      " + padded(label);
        StringBuilder line = new StringBuilder(margin);
        for (String word : text.split(" ", -1)) {
            if (line.length() > margin.length() && line.length() + word.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(margin.length()));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(1, LABEL - label.length()));
    }
}
