package dev.ananas.orm.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a record was stored first and last, for entities declared with {@link EntityTypeBuilder#timestamps}. Rows without a
 * class show it as a map of the two members.
 *
 * @param createdAt seconds since 1970
 * @param updatedAt seconds since 1970
 */
public record Meta(long createdAt, long updatedAt) {
    /** Name of the attribute in entities without a class. */
    public static final String NAME = "_meta";

    /**
     * The members by name.
     *
     * @return an immutable map
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("createdAt", createdAt);
        members.put("updatedAt", updatedAt);
        return Collections.unmodifiableMap(members);
    }
}
