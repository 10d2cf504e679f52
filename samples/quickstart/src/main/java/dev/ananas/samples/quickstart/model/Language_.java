package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Attributes, relations and entity type of {@link Language}. */
public final class Language_ {
    /** Token of {@link Language#code()}. */
    public static final TextAttribute<Language> code = TextAttribute.text("languages", "code");
    /** Token of {@link Language#name()}. */
    public static final TextAttribute<Language> name = TextAttribute.text("languages", "name");
    /** Token of {@link Language#countries()}. */
    public static final PivotRelation<Language, Country, LocaleLink> countries =
            PivotRelation.through("languages", "countries");

    /** Description of {@link Language}; the order is that of the components of the record. */
    public static final EntityType<Language> ENTITY = EntityType.builder("languages", Language.class)
            .string("code", null)
            .string("name", "")
            .pivot("locale", "locales")
            .belongsToMany("countries", "countries", "locales", "languageCode", "countryCode")
            .primaryKey("code")
            .access(new LanguageAccess())
            .build();

    private Language_() {}

    /** A language without relations. */
    public static Language of(String code, String name) {
        return new Language(code, name, null, ToMany.notLoaded("Language", "countries"));
    }

    private static final class LanguageAccess implements Access<Language> {
        @Override
        public @Nullable Object get(Language language, int ordinal) {
            return switch (ordinal) {
                case 0 -> language.code();
                case 1 -> language.name();
                case 2 -> language.locale();
                case 3 -> language.countries();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Language create(@Nullable Object[] c) {
            return new Language((String) c[0], (String) c[1], (LocaleLink) c[2], (ToMany<Country>) c[3]);
        }
    }
}
