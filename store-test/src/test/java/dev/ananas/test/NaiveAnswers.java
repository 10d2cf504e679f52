package dev.ananas.test;

import dev.ananas.orm.Database;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.Question;
import java.util.List;

/** What the loops behind a {@link LiveOracle} answer, for tests elsewhere. */
public final class NaiveAnswers {
    private NaiveAnswers() {}

    public static Object of(Database database, List<EntityType<?>> types, Question<?> question) {
        return new NaiveQuery(NaiveTables.of(database, types)).answer(question);
    }
}
