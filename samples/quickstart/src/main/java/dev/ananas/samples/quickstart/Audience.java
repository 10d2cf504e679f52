package dev.ananas.samples.quickstart;

import dev.ananas.store.Versioned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

/** Subscribers with names, and what each has received since the last report. */
final class Audience implements AutoCloseable {
    private final Map<String, List<Versioned<String>>> received = new LinkedHashMap<>();
    private final Disposable.Composite subscriptions = Disposables.composite();

    /** Subscribes. The answer of now arrives before this method returns. */
    void add(String name, Flux<Versioned<String>> answers) {
        List<Versioned<String>> own = new ArrayList<>();
        received.put(name, own);
        subscriptions.add(answers.subscribe(own::add));
    }

    /** Prints and forgets what has arrived, and names those to whom nothing came. */
    void report(Console console) {
        List<String> silent = new ArrayList<>();
        received.forEach((name, answers) -> {
            if (answers.isEmpty()) {
                silent.add(name);
            }
            answers.forEach(answer -> console.row(name, "#" + answer.version() + "  " + answer.value()));
            answers.clear();
        });
        if (!silent.isEmpty()) {
            console.row("(silent)", String.join(", ", silent));
        }
    }

    /** Ends the subscriptions. */
    @Override
    public void close() {
        subscriptions.dispose();
    }
}
