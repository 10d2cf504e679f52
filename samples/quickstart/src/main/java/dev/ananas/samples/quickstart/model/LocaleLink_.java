package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToOneRelation;
import dev.ananas.orm.view.ToOne;
import org.jspecify.annotations.Nullable;

/** Attributes, relations and entity type of {@link LocaleLink}. */
public final class LocaleLink_ {
    /** Token of {@link LocaleLink#countryCode()}. */
    public static final TextAttribute<LocaleLink> countryCode = TextAttribute.text("locales", "countryCode");
    /** Token of {@link LocaleLink#languageCode()}. */
    public static final TextAttribute<LocaleLink> languageCode = TextAttribute.text("locales", "languageCode");
    /** Token of {@link LocaleLink#nativeName()}. */
    public static final TextAttribute<LocaleLink> nativeName = TextAttribute.text("locales", "nativeName");
    /** Token of {@link LocaleLink#scriptCode()}. */
    public static final TextAttribute<LocaleLink> scriptCode = TextAttribute.text("locales", "scriptCode");
    /** Token of {@link LocaleLink#datePattern()}. */
    public static final TextAttribute<LocaleLink> datePattern = TextAttribute.text("locales", "datePattern");
    /** Token of {@link LocaleLink#script()}. */
    public static final ToOneRelation<LocaleLink, Script> script = ToOneRelation.one("locales", "script");

    /** Description of {@link LocaleLink}; the order is that of the components of the record. */
    public static final EntityType<LocaleLink> ENTITY = EntityType.builder("locales", LocaleLink.class)
            .string("countryCode", null)
            .string("languageCode", null)
            .string("nativeName", "")
            .string("scriptCode", null)
            .string("datePattern", "y-MM-dd")
            .belongsTo("script", "scripts", "scriptCode")
            .primaryKey("countryCode", "languageCode")
            .access(new LocaleLinkAccess())
            .build();

    private LocaleLink_() {}

    /** A locale without relations. */
    public static LocaleLink of(
            String countryCode,
            String languageCode,
            String nativeName,
            @Nullable String scriptCode,
            String datePattern) {
        return new LocaleLink(
                countryCode,
                languageCode,
                nativeName,
                scriptCode,
                datePattern,
                ToOne.notLoaded("LocaleLink", "script"));
    }

    private static final class LocaleLinkAccess implements Access<LocaleLink> {
        @Override
        public @Nullable Object get(LocaleLink locale, int ordinal) {
            return switch (ordinal) {
                case 0 -> locale.countryCode();
                case 1 -> locale.languageCode();
                case 2 -> locale.nativeName();
                case 3 -> locale.scriptCode();
                case 4 -> locale.datePattern();
                case 5 -> locale.script();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public LocaleLink create(@Nullable Object[] c) {
            return new LocaleLink(
                    (String) c[0], (String) c[1], (String) c[2], (String) c[3], (String) c[4], (ToOne<Script>) c[5]);
        }
    }
}
