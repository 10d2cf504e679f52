package dev.ananas.orm;

import dev.ananas.orm.internal.live.LiveGraph;
import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Reading;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Question;
import dev.ananas.store.Versioned;
import dev.ananas.store.spi.LiveReading;
import dev.ananas.store.spi.LiveSource;
import java.util.ArrayList;
import java.util.List;

/** The answer to a question, of any version of the tables, and live. */
record QuestionReading<T>(LiveGraph graph, List<Located> parts, Question.Combine<T> combine)
        implements LiveReading<Tables, T> {

    @Override
    public T read(Tables tables) {
        Reading reading = new Reading(tables, new Work());
        List<Found> found = new ArrayList<>(parts.size());
        parts.forEach(part -> found.add(reading.found(part)));
        return combine.answer(found, null);
    }

    @Override
    public LiveSource<Versioned<T>> live() {
        return graph.source(parts, combine);
    }
}
