package dev.ananas.orm.conformance;

import dev.ananas.orm.model.EntityTypeBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models that share the store of a base, told apart by a field of each record. */
final class Cases {
    private static final String TYPE_KEY = "type";

    private Cases() {}

    /** Makes an entity a base, a case, or neither, as its model says. */
    static void addTo(EntityTypeBuilder<?> builder, Scenario scenario, Scenario.Model model) {
        if (isBase(model)) {
            String own = value(model, model.entity());
            if (own == null) {
                builder.discriminator(field(model));
            } else {
                builder.discriminator(field(model), own);
            }
        }
        String base = model.base();
        if (base != null) {
            builder.caseOf(base, valueIn(scenario.model(base), model.entity()));
        }
    }

    /** The value of the type field for one of the types of a base. */
    static String valueIn(Scenario.Model base, String entity) {
        String value = value(base, entity);
        if (value == null) {
            throw new IllegalArgumentException("No type of \"" + base.entity() + "\" is \"" + entity + "\"");
        }
        return value;
    }

    static boolean isBase(Scenario.Model model) {
        return !model.map("types").isEmpty();
    }

    /** The field that tells the types of a base apart. */
    static String field(Scenario.Model base) {
        return base.members().get("typeKey") == null
                ? TYPE_KEY
                : Json.text(base.members().get("typeKey"));
    }

    /** The value of the type field for an entity, or null. */
    static @Nullable String value(Scenario.Model base, String entity) {
        for (Map.Entry<String, @Nullable Object> type : base.map("types").entrySet()) {
            if (entity.equals(type.getValue())) {
                return type.getKey();
            }
        }
        return null;
    }
}
