package dev.ananas.orm.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Relations of a scenario as annotated components. */
final class RelationSource {
    private static final List<String> TEXTS =
            List.of("ownerKey", "localKey", "foreignKey", "firstKey", "secondKey", "secondLocalKey", "morphId");
    private static final List<String> MORE =
            List.of("morphType", "relatedId", "foreignPivotKey", "relatedPivotKey", "parentKey", "relatedKey", "as");
    private static final List<String> TO_ONE = List.of("hasOne", "belongsTo", "morphOne", "morphTo");

    private RelationSource() {}

    static ComponentSource component(String name, Map<String, @Nullable Object> field) {
        String type = Json.text(field.get("type"));
        List<String> related = Json.texts(field.get("related"));
        boolean any = type.equals("morphTo");
        return new ComponentSource(
                "@" + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + members(field, any) + " ",
                (TO_ONE.contains(type) ? "ToOne<" : "ToMany<") + (any ? "Object" : RecordSource.record(related.get(0)))
                        + ">",
                name);
    }

    private static String members(Map<String, @Nullable Object> field, boolean any) {
        List<String> members = new ArrayList<>();
        for (List<String> names : List.of(TEXTS, MORE)) {
            for (String name : names) {
                if (field.get(name) != null) {
                    members.add(name + " = " + texts(Json.texts(field.get(name))));
                }
            }
        }
        for (String name : List.of("pivot", "through")) {
            if (field.get(name) != null) {
                members.add(name + " = " + RecordSource.record(Json.text(field.get(name))) + ".class");
            }
        }
        if (any) {
            members.add(Json.texts(field.get("related")).stream()
                    .map(entity -> RecordSource.record(entity) + ".class")
                    .collect(Collectors.joining(", ", "related = {", "}")));
        }
        if (field.get("onDelete") != null) {
            members.add("onDelete = OnDelete."
                    + Json.text(field.get("onDelete")).replace(' ', '_').toUpperCase(Locale.ROOT));
        }
        return members.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String texts(List<String> texts) {
        return texts.size() == 1
                ? Json.print(texts.get(0))
                : texts.stream().map(Json::print).collect(Collectors.joining(", ", "{", "}"));
    }
}
