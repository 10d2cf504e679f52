package dev.ananas.orm.internal.write;

import dev.ananas.orm.internal.codec.Input;
import dev.ananas.orm.internal.schema.RelationSchema;
import dev.ananas.orm.internal.schema.TableSchema;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a save: the stored records, with the relations that the data nested, in the order of the data. A record that
 * is reached again below itself is shown without relations.
 */
final class ReadBack {
    private final Normalizer normalizer;
    private final Set<Input> above = Collections.newSetFromMap(new IdentityHashMap<>());

    ReadBack(Normalizer normalizer) {
        this.normalizer = normalizer;
    }

    List<Object> models(List<Input> inputs) {
        List<Object> models = new ArrayList<>(inputs.size());
        inputs.forEach(input -> models.add(model(input)));
        return models;
    }

    private Object model(Input input) {
        TableSchema table = input.table();
        Object stored = table.shown(normalizer.row(input).read());
        if (input.branches().isEmpty() || !above.add(input)) {
            return stored;
        }
        @Nullable Object[] components = table.components(stored);
        for (Input.Branch branch : input.branches()) {
            components[branch.relation().ordinal()] = related(branch.relation(), branch.related());
        }
        above.remove(input);
        return table.createLike(stored, components);
    }

    private Object related(RelationSchema relation, List<Input.Nested> nested) {
        List<Object> models = new ArrayList<>(nested.size());
        nested.forEach(one -> models.add(model(one.record())));
        if (relation.toMany()) {
            return ToMany.ofImmutable(models);
        }
        return models.isEmpty() ? ToOne.empty() : ToOne.of(models.get(0));
    }
}
