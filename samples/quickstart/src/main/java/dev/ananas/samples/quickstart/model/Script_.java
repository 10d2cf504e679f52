package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToManyRelation;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Attributes, relations and entity type of {@link Script}. */
public final class Script_ {
    /** Token of {@link Script#code()}. */
    public static final TextAttribute<Script> code = TextAttribute.text("scripts", "code");
    /** Token of {@link Script#name()}. */
    public static final TextAttribute<Script> name = TextAttribute.text("scripts", "name");
    /** Token of {@link Script#locales()}. */
    public static final ToManyRelation<Script, LocaleLink> locales = ToManyRelation.many("scripts", "locales");

    /** Description of {@link Script}; the order is that of the components of the record. */
    public static final EntityType<Script> ENTITY = EntityType.builder("scripts", Script.class)
            .string("code", null)
            .string("name", "")
            .hasMany("locales", "locales", "scriptCode")
            .primaryKey("code")
            .access(new ScriptAccess())
            .build();

    private Script_() {}

    /** A script without relations. */
    public static Script of(String code, String name) {
        return new Script(code, name, ToMany.notLoaded("Script", "locales"));
    }

    private static final class ScriptAccess implements Access<Script> {
        @Override
        public @Nullable Object get(Script script, int ordinal) {
            return switch (ordinal) {
                case 0 -> script.code();
                case 1 -> script.name();
                case 2 -> script.locales();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Script create(@Nullable Object[] c) {
            return new Script((String) c[0], (String) c[1], (ToMany<LocaleLink>) c[2]);
        }
    }
}
