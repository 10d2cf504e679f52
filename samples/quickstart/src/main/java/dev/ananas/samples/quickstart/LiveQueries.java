package dev.ananas.samples.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.ananas.orm.query.Answer;
import dev.ananas.samples.quickstart.model.Country;
import dev.ananas.samples.quickstart.model.Country_;
import dev.ananas.samples.quickstart.model.CurrencyUnit;
import dev.ananas.samples.quickstart.model.CurrencyUnit_;
import dev.ananas.samples.quickstart.model.Language;
import dev.ananas.samples.quickstart.model.Language_;
import dev.ananas.samples.quickstart.model.LocaleLink_;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The four questions that the quickstart keeps open, and how their answers read. */
final class LiveQueries {
    private static final int SHOWN = 7;

    private LiveQueries() {}

    static List<LiveQuery<?>> over(LocaleDatabase db) {
        return List.of(
                new LiveQuery<>(
                        "swiss",
                        "Switzerland and its languages, ordered by the date pattern on the link",
                        swiss(db),
                        LiveQueries::byDatePattern),
                new LiveQuery<>(
                        "euro",
                        "the euro and the countries that pay with it, ordered by name",
                        euro(db),
                        LiveQueries::names),
                new LiveQuery<>(
                        "top", "the five languages spoken in most countries", spread(db), LiveQueries::mostWidespread),
                new LiveQuery<>(
                        "latin",
                        "how many locales are written in Latin letters",
                        latin(db),
                        count -> count + " locales"));
    }

    /** A country with a many-to-many relation, ordered by an attribute of the link and one of the language. */
    private static Answer<Optional<Country>> swiss(LocaleDatabase db) {
        return db.countries()
                .query()
                .with(
                        Country_.languages,
                        languages ->
                                languages.orderByPivot(LocaleLink_.datePattern).orderBy(Language_.name))
                .find("CH");
    }

    /** A currency with its countries: one to many. */
    private static Answer<Optional<CurrencyUnit>> euro(LocaleDatabase db) {
        return db.currencies()
                .query()
                .with(CurrencyUnit_.countries, countries -> countries.orderBy(Country_.name))
                .find("EUR");
    }

    /** All languages, each with all its countries. */
    private static Answer<List<Language>> spread(LocaleDatabase db) {
        return db.languages().query().with(Language_.countries);
    }

    /** A number. The links of a many-to-many relation are an entity like any other. */
    private static Answer<Long> latin(LocaleDatabase db) {
        return db.locales().query().where(LocaleLink_.scriptCode.eq("LATIN")).count();
    }

    private static String byDatePattern(Optional<Country> answer) {
        Country country = answer.orElseThrow();
        Map<String, String> languages = country.languages().stream()
                .collect(groupingBy(
                        LiveQueries::datePattern, LinkedHashMap::new, mapping(Language::name, joining(", "))));
        return languages.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(joining("; ", country.name() + ": ", ""));
    }

    /** A language that was reached through a country has the link as its pivot. */
    private static String datePattern(Language language) {
        return Objects.requireNonNull(language.locale()).datePattern();
    }

    private static String names(Optional<CurrencyUnit> answer) {
        List<Country> countries = answer.orElseThrow().countries();
        return countries.stream()
                .limit(SHOWN)
                .map(Country::name)
                .collect(joining(", ", countries.size() + " countries: ", ", ..."));
    }

    private static String mostWidespread(List<Language> languages) {
        return languages.stream()
                .sorted(Comparator.comparing(LiveQueries::reach).reversed())
                .limit(5)
                .map(language -> language.name() + " " + reach(language))
                .collect(joining(", "));
    }

    private static int reach(Language language) {
        return language.countries().size();
    }
}
