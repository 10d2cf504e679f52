package dev.ananas.orm.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** What is wrong with one entity, in the order in which it was found; the same thing once. */
final class Problems {
    private final Set<Problem> all = new LinkedHashSet<>();

    private record Problem(Site site, String message) {}

    /** Adds a sentence that says what was expected, what was found and what to do. */
    void add(Site site, String message) {
        all.add(new Problem(site, message));
    }

    void report(Messager messager) {
        for (Problem problem : all) {
            Site site = problem.site().located();
            messager.printMessage(
                    Diagnostic.Kind.ERROR, problem.message(), site.element(), site.mirror(), site.value());
        }
    }
}
