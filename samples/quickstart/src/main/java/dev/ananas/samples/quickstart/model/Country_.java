package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.ComparableAttribute;
import dev.ananas.orm.query.PivotRelation;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToOneRelation;
import dev.ananas.orm.view.ToMany;
import dev.ananas.orm.view.ToOne;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** Attributes, relations and entity type of {@link Country}. */
public final class Country_ {
    /** Token of {@link Country#code()}. */
    public static final TextAttribute<Country> code = TextAttribute.text("countries", "code");
    /** Token of {@link Country#name()}. */
    public static final TextAttribute<Country> name = TextAttribute.text("countries", "name");
    /** Token of {@link Country#currencyCode()}. */
    public static final TextAttribute<Country> currencyCode = TextAttribute.text("countries", "currencyCode");
    /** Token of {@link Country#firstDay()}. */
    public static final ComparableAttribute<Country, DayOfWeek> firstDay =
            ComparableAttribute.of("countries", "firstDay", DayOfWeek.class);
    /** Token of {@link Country#currency()}. */
    public static final ToOneRelation<Country, CurrencyUnit> currency = ToOneRelation.one("countries", "currency");
    /** Token of {@link Country#languages()}. */
    public static final PivotRelation<Country, Language, LocaleLink> languages =
            PivotRelation.through("countries", "languages");

    /** Description of {@link Country}; the order is that of the components of the record. */
    public static final EntityType<Country> ENTITY = EntityType.builder("countries", Country.class)
            .string("code", null)
            .string("name", "")
            .string("currencyCode", null)
            .attribute("firstDay", DayOfWeek.class, DayOfWeek.MONDAY)
            .belongsTo("currency", "currencies", "currencyCode")
            .belongsToMany("languages", "languages", "locales", "countryCode", "languageCode")
            .primaryKey("code")
            .access(new CountryAccess())
            .build();

    private Country_() {}

    /** A country without relations. */
    public static Country of(String code, String name, @Nullable String currencyCode, DayOfWeek firstDay) {
        return new Country(
                code,
                name,
                currencyCode,
                firstDay,
                ToOne.notLoaded("Country", "currency"),
                ToMany.notLoaded("Country", "languages"));
    }

    private static final class CountryAccess implements Access<Country> {
        @Override
        public @Nullable Object get(Country country, int ordinal) {
            return switch (ordinal) {
                case 0 -> country.code();
                case 1 -> country.name();
                case 2 -> country.currencyCode();
                case 3 -> country.firstDay();
                case 4 -> country.currency();
                case 5 -> country.languages();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public Country create(@Nullable Object[] c) {
            return new Country(
                    (String) c[0], (String) c[1], (String) c[2], (DayOfWeek) c[3], (ToOne<CurrencyUnit>) c[4], (ToMany<
                                    Language>)
                            c[5]);
        }
    }
}
