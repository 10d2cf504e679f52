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
        if (!model.map("types").isEmpty()) {
            String field = model.members().get("typeKey") == null
                    ? TYPE_KEY
                    : Json.text(model.members().get("typeKey"));
            String own = value(model, model.entity());
            if (own == null) {
                builder.discriminator(field);
            } else {
                builder.discriminator(field, own);
            }
        }
        String base = model.base();
        if (base != null) {
            String value = value(scenario.model(base), model.entity());
            if (value == null) {
                throw new IllegalArgumentException("No type of \"" + base + "\" is \"" + model.entity() + "\"");
            }
            builder.caseOf(base, value);
        }
    }

    /** The value of the type field for an entity, or null. */
    private static @Nullable String value(Scenario.Model base, String entity) {
        for (Map.Entry<String, @Nullable Object> type : base.map("types").entrySet()) {
            if (entity.equals(type.getValue())) {
                return type.getKey();
            }
        }
        return null;
    }
}
