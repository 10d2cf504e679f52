package dev.ananas.orm;

import dev.ananas.orm.internal.plan.Located;
import dev.ananas.orm.internal.plan.Planner;
import dev.ananas.orm.internal.plan.Reading;
import dev.ananas.orm.internal.plan.Work;
import dev.ananas.orm.internal.schema.EntitySchema;
import dev.ananas.orm.internal.schema.Keys;
import dev.ananas.orm.internal.table.Tables;
import dev.ananas.orm.internal.write.Choice;
import dev.ananas.orm.query.Query;
import dev.ananas.orm.query.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which rows a caller means: by keys, or by a query that is asked when the command is carried out. */
final class Choices {
    private Choices() {}

    private record Matched(Planner planner, Question.Part part) implements Choice {
        @Override
        public List<Object> keys(Tables tables) {
            Located located = planner.locate(part);
            return new Reading(tables, new Work()).keys(located);
        }
    }

    static Choice matching(Planner planner, EntitySchema entity, Query<?> query) {
        List<Question.Part> parts = query.question().parts();
        Question.Part part = parts.get(0);
        if (parts.size() != 1 || !part.entity().equals(entity.name())) {
            throw new IllegalArgumentException("The repository of \"" + entity.name() + "\" changes what a query on \""
                    + entity.name() + "\" matches, found " + query);
        }
        return new Matched(planner, part);
    }

    static Choice of(EntitySchema entity, Collection<?> keys) {
        List<Object> stored = new ArrayList<>(keys.size());
        for (Object key : keys) {
            stored.add(Keys.stored(entity.table(), key));
        }
        Choice byKeys = new Choice.ByKeys(stored);
        return entity.values().isEmpty() ? byKeys : new Choice.OfEntity(entity, byKeys);
    }
}
