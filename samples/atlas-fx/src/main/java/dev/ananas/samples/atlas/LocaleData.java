package dev.ananas.samples.atlas;

import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.CurrencyUnit;
import dev.ananas.samples.atlas.model.CurrencyUnit_;
import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.samples.atlas.model.Spoken;
import dev.ananas.samples.atlas.model.Spoken_;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The locale data that every JDK carries (Unicode CLDR), as models. It does not say how many people speak a language: shares begin as
 * equal parts, and a language is official where it is the only one, for the user to correct.
 *
 * @param countries every country of ISO 3166
 * @param languages every language that has a locale
 * @param currencies every currency that a country pays with
 * @param links every pair of a country and a language that the JDK knows
 */
record LocaleData(
        List<Country> countries, List<Language> languages, List<CurrencyUnit> currencies, List<Spoken> links) {

    /** Reads all of it from the running JDK. */
    static LocaleData ofThisJdk() {
        List<Country> countries = Arrays.stream(Locale.getISOCountries())
                .map(code -> country(locale("", code)))
                .toList();
        Map<String, Set<String>> spoken = spoken();
        return new LocaleData(
                countries,
                codes(spoken.values().stream().flatMap(Set::stream))
                        .map(LocaleData::language)
                        .toList(),
                codes(countries.stream().map(Country::currencyCode))
                        .map(LocaleData::currency)
                        .toList(),
                spoken.entrySet().stream()
                        .flatMap(country -> links(country.getKey(), country.getValue()))
                        .toList());
    }

    private static Country country(Locale locale) {
        Currency currency = Currency.getInstance(locale);
        return Country_.of(
                locale.getCountry(),
                locale.getDisplayCountry(Locale.ENGLISH),
                currency == null ? null : currency.getCurrencyCode(),
                WeekFields.of(locale).getFirstDayOfWeek(),
                0);
    }

    private static Language language(String code) {
        return Language_.of(code, locale(code, "").getDisplayLanguage(Locale.ENGLISH));
    }

    private static CurrencyUnit currency(String code) {
        return CurrencyUnit_.of(code, Currency.getInstance(code).getDisplayName(Locale.ENGLISH));
    }

    /** The codes of the languages by the code of the country. */
    private static Map<String, Set<String>> spoken() {
        Set<String> countries = Set.of(Locale.getISOCountries());
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> countries.contains(locale.getCountry()))
                .collect(Collectors.groupingBy(
                        Locale::getCountry,
                        Collectors.mapping(Locale::getLanguage, Collectors.toCollection(TreeSet::new))));
    }

    private static Stream<Spoken> links(String country, Set<String> languages) {
        return languages.stream()
                .map(language -> Spoken_.of(country, language, languages.size() == 1, 100 / languages.size()));
    }

    private static Stream<String> codes(Stream<@Nullable String> codes) {
        return codes.flatMap(Stream::ofNullable).distinct().sorted();
    }

    private static Locale locale(String language, String country) {
        return new Locale.Builder().setLanguage(language).setRegion(country).build();
    }
}
