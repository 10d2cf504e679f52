package dev.ananas.samples.quickstart;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
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
import dev.ananas.store.Store;
import java.util.stream.Stream;

/** Five entities in a store, with one repository for each. */
record LocaleDatabase(
        Store store,
        Repository<Country> countries,
        Repository<Language> languages,
        Repository<CurrencyUnit> currencies,
        Repository<Script> scripts,
        Repository<LocaleLink> locales) {

    /** Opens the tables, empty. */
    static LocaleDatabase in(Store store) {
        Database db = Database.on(
                store, Country_.ENTITY, Language_.ENTITY, CurrencyUnit_.ENTITY, Script_.ENTITY, LocaleLink_.ENTITY);
        return new LocaleDatabase(
                store,
                db.repository(Country_.ENTITY),
                db.repository(Language_.ENTITY),
                db.repository(CurrencyUnit_.ENTITY),
                db.repository(Script_.ENTITY),
                db.repository(LocaleLink_.ENTITY));
    }

    /** Fills all tables in one transition. */
    void load(LocaleData data) {
        store.transaction("load", () -> {
            countries.insertAll(data.countries());
            languages.insertAll(data.languages());
            currencies.insertAll(data.currencies());
            scripts.insertAll(data.scripts());
            locales.insertAll(data.locales());
        });
    }

    /** The number of rows in all tables. */
    long size() {
        return Stream.of(countries, languages, currencies, scripts, locales)
                .mapToLong(repository -> repository.query().count().get())
                .sum();
    }
}
