package dev.ananas.samples.atlas;

import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.CurrencyUnit;
import dev.ananas.samples.atlas.model.CurrencyUnit_;
import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Language_;
import dev.ananas.samples.atlas.model.Spoken_;
import dev.ananas.store.HistoryOptions;
import dev.ananas.store.Store;

/** The tables of the atlas in a store that keeps a history. */
record AtlasDatabase(
        Store store,
        Database tables,
        Repository<Country> countries,
        Repository<Language> languages,
        Repository<CurrencyUnit> currencies)
        implements AutoCloseable {

    /** A new store with all that is in the data; loading it is nothing to undo. */
    static AtlasDatabase of(LocaleData data) {
        Store store =
                Store.builder().history(HistoryOptions.defaults().steps(200)).build();
        Database tables = Database.on(store, Country_.ENTITY, Language_.ENTITY, CurrencyUnit_.ENTITY, Spoken_.ENTITY);
        AtlasDatabase db = new AtlasDatabase(
                store,
                tables,
                tables.repository(Country_.ENTITY),
                tables.repository(Language_.ENTITY),
                tables.repository(CurrencyUnit_.ENTITY));
        store.transaction("load", () -> {
            db.countries.insertAll(data.countries());
            db.languages.insertAll(data.languages());
            db.currencies.insertAll(data.currencies());
            tables.repository(Spoken_.ENTITY).insertAll(data.links());
        });
        store.history().clear();
        return db;
    }

    @Override
    public void close() {
        store.close();
    }
}
