package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.model.Access;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.query.NumberAttribute;
import dev.ananas.orm.query.TextAttribute;
import dev.ananas.orm.query.ToManyRelation;
import dev.ananas.orm.view.ToMany;
import org.jspecify.annotations.Nullable;

/** Attributes, relations and entity type of {@link CurrencyUnit}. */
public final class CurrencyUnit_ {
    /** Token of {@link CurrencyUnit#code()}. */
    public static final TextAttribute<CurrencyUnit> code = TextAttribute.text("currencies", "code");
    /** Token of {@link CurrencyUnit#name()}. */
    public static final TextAttribute<CurrencyUnit> name = TextAttribute.text("currencies", "name");
    /** Token of {@link CurrencyUnit#fractionDigits()}. */
    public static final NumberAttribute<CurrencyUnit, Integer> fractionDigits =
            NumberAttribute.number("currencies", "fractionDigits", Integer.class);
    /** Token of {@link CurrencyUnit#countries()}. */
    public static final ToManyRelation<CurrencyUnit, Country> countries =
            ToManyRelation.many("currencies", "countries");

    /** Description of {@link CurrencyUnit}; the order is that of the components of the record. */
    public static final EntityType<CurrencyUnit> ENTITY = EntityType.builder("currencies", CurrencyUnit.class)
            .string("code", null)
            .string("name", "")
            .number("fractionDigits", 2)
            .hasMany("countries", "countries", "currencyCode")
            .primaryKey("code")
            .access(new CurrencyUnitAccess())
            .build();

    private CurrencyUnit_() {}

    /** A currency without relations. */
    public static CurrencyUnit of(String code, String name, int fractionDigits) {
        return new CurrencyUnit(code, name, fractionDigits, ToMany.notLoaded("CurrencyUnit", "countries"));
    }

    private static final class CurrencyUnitAccess implements Access<CurrencyUnit> {
        @Override
        public @Nullable Object get(CurrencyUnit currency, int ordinal) {
            return switch (ordinal) {
                case 0 -> currency.code();
                case 1 -> currency.name();
                case 2 -> currency.fractionDigits();
                case 3 -> currency.countries();
                default -> throw new IndexOutOfBoundsException(ordinal);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public CurrencyUnit create(@Nullable Object[] c) {
            return new CurrencyUnit((String) c[0], (String) c[1], (int) c[2], (ToMany<Country>) c[3]);
        }
    }
}
