package dev.ananas.samples.quickstart;

import dev.ananas.samples.quickstart.model.Country;
import dev.ananas.samples.quickstart.model.Country_;
import dev.ananas.samples.quickstart.model.CurrencyUnit;
import dev.ananas.samples.quickstart.model.CurrencyUnit_;
import dev.ananas.samples.quickstart.model.Language;
import dev.ananas.samples.quickstart.model.Language_;
import dev.ananas.samples.quickstart.model.LocaleLink;
import dev.ananas.samples.quickstart.model.LocaleLink_;
import dev.ananas.samples.quickstart.model.Script;
import dev.ananas.samples.quickstart.model.Script_;
import java.lang.Character.UnicodeScript;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The locale data that every JDK carries (Unicode CLDR), as models. How much there is depends on the version of the JDK.
 *
 * @param countries every country of ISO 3166, by code
 * @param languages every language that has a locale, by code
 * @param currencies every currency that a country pays with, by code
 * @param scripts every script that a locale is written in, by code
 * @param locales every pair of a country and a language that the JDK knows, by country and language
 */
record LocaleData(
        List<Country> countries,
        List<Language> languages,
        List<CurrencyUnit> currencies,
        List<Script> scripts,
        List<LocaleLink> locales) {

    /** Reads all of it from the running JDK. */
    static LocaleData ofThisJdk() {
        List<Country> countries = readCountries();
        List<LocaleLink> locales = readLocales();
        return new LocaleData(
                countries, readLanguages(locales), readCurrencies(countries), readScripts(locales), locales);
    }

    /** The number of models. */
    int size() {
        return countries.size() + languages.size() + currencies.size() + scripts.size() + locales.size();
    }

    private static List<Country> readCountries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(code -> country(locale("", code)))
                .toList();
    }

    private static Country country(Locale locale) {
        Currency currency = Currency.getInstance(locale);
        return Country_.of(
                locale.getCountry(),
                locale.getDisplayCountry(Locale.ENGLISH),
                currency == null ? null : currency.getCurrencyCode(),
                WeekFields.of(locale).getFirstDayOfWeek());
    }

    private static List<CurrencyUnit> readCurrencies(List<Country> countries) {
        return codes(countries.stream().map(Country::currencyCode))
                .map(Currency::getInstance)
                .map(currency -> CurrencyUnit_.of(
                        currency.getCurrencyCode(),
                        currency.getDisplayName(Locale.ENGLISH),
                        currency.getDefaultFractionDigits()))
                .toList();
    }

    private static List<Language> readLanguages(List<LocaleLink> locales) {
        return codes(locales.stream().map(LocaleLink::languageCode))
                .map(code -> Language_.of(code, locale(code, "").getDisplayLanguage(Locale.ENGLISH)))
                .toList();
    }

    private static List<Script> readScripts(List<LocaleLink> locales) {
        return codes(locales.stream().map(LocaleLink::scriptCode))
                .map(code -> Script_.of(code, capitalized(code)))
                .toList();
    }

    /** One locale per pair: variants of it, such as another script, are left out. */
    private static List<LocaleLink> readLocales() {
        Set<String> countries = Set.of(Locale.getISOCountries());
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> countries.contains(locale.getCountry()))
                .map(locale -> locale(locale.getLanguage(), locale.getCountry()))
                .distinct()
                .sorted(Comparator.comparing(Locale::getCountry).thenComparing(Locale::getLanguage))
                .map(LocaleData::link)
                .toList();
    }

    private static LocaleLink link(Locale locale) {
        String nativeName = locale.getDisplayName(locale);
        return LocaleLink_.of(
                locale.getCountry(),
                locale.getLanguage(),
                nativeName,
                script(nativeName),
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale));
    }

    /** The script of the first letter that belongs to one script only. */
    private static @Nullable String script(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                .map(UnicodeScript::name)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> codes(Stream<@Nullable String> codes) {
        return codes.flatMap(Stream::ofNullable).distinct().sorted();
    }

    private static Locale locale(String language, String country) {
        return new Locale.Builder().setLanguage(language).setRegion(country).build();
    }

    /** OLD_PERSIAN as Old Persian. */
    private static String capitalized(String code) {
        return Arrays.stream(code.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
