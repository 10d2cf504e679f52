package dev.ananas.orm.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.ananas.orm.model.Key;
import dev.ananas.orm.model.Row;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;

/**
 * Lets a Jackson mapper write what queries give back: {@code new ObjectMapper().registerModule(new AnanasModule())}.
 *
 * <p>A loaded to-many relation is a list, a loaded to-one relation the related model or null; a relation that was not loaded
 * is left out, as property and as member. A row without a class is an object of its attributes, its loaded relations and its
 * pivot under the name of its accessor. A composite key is the list of its parts. Without this module a mapper takes an
 * unloaded relation for a list and fails with the {@link dev.ananas.orm.view.RelationNotLoadedException} that names it.
 *
 * <p>Records are written by the mapper itself, which on Android needs another way than reflection on record components; rows
 * need none. Reading goes the other way round: hand the JSON to a repository.
 */
public final class AnanasModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** A module to register; it has no settings. */
    public AnanasModule() {
        super("ananas");
        addSerializer(Row.class, new RowSerializer());
        addSerializer(Key.class, new KeySerializer());
        addSerializer(ToOne.class, new ToOneSerializer());
        addSerializer(ToMany.class, new ToManySerializer());
        setSerializerModifier(new UnloadedRelations());
    }
}
