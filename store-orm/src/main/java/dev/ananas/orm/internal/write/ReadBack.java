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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of some data, with the relations that the data nested, in the order of the data. Records that do not exist are
 * left out. A record that is reached again below itself is shown without relations.
 */
public final class ReadBack {
    private final Function<Input, @Nullable Object> models;
    private final Set<Input> above = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Reads records back.
     *
     * @param models the model of a record without its relations, or null if there is none
     */
    public ReadBack(Function<Input, @Nullable Object> models) {
        this.models = models;
    }

    /** The models of these records. */
    public List<Object> models(List<Input> inputs) {
        List<Object> found = new ArrayList<>(inputs.size());
        for (Input input : inputs) {
            Object model = model(input);
            if (model != null) {
                found.add(model);
            }
        }
        return found;
    }

    private @Nullable Object model(Input input) {
        Object plain = models.apply(input);
        if (plain == null || input.branches().isEmpty() || !above.add(input)) {
            return plain;
        }
        TableSchema table = input.table();
        @Nullable Object[] components = table.components(plain);
        for (Input.Branch branch : input.branches()) {
            components[branch.relation().ordinal()] = related(branch.relation(), branch.related());
        }
        above.remove(input);
        return table.createLike(plain, components);
    }

    private Object related(RelationSchema relation, List<Input.Nested> nested) {
        List<Input> records = new ArrayList<>(nested.size());
        nested.forEach(one -> records.add(one.record()));
        List<Object> found = models(records);
        if (relation.toMany()) {
            return ToMany.ofImmutable(found);
        }
        return found.isEmpty() ? ToOne.empty() : ToOne.of(found.get(0));
    }
}
