package dev.ananas.samples.atlas;

import dev.ananas.orm.Repository;
import dev.ananas.orm.model.Patch;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.CurrencyUnit_;
import dev.ananas.store.Fork;
import java.util.ArrayList;
import java.util.List;

/** A draft of a country: a fork of the store, which nobody else sees until it is committed. */
final class CountryForm implements AutoCloseable {
    static final String NAME = Country_.name.name();
    static final String CURRENCY = Country_.currencyCode.name();

    private final String code;
    private final Fork fork;
    private final AtlasDatabase db;
    private final Repository<Country> draft;

    CountryForm(AtlasDatabase db, String code) {
        this.code = code;
        this.db = db;
        this.fork = db.store().fork();
        this.draft = db.tables().in(fork).repository(Country_.ENTITY);
        fork.validatedBy(any -> errors());
    }

    Country country() {
        return draft.find(code).orElseThrow();
    }

    Fork fork() {
        return fork;
    }

    void set(Patch<Country> patch) {
        draft.update(code, patch);
    }

    /** One step of the history if the draft is valid and nobody changed the same fields in the meantime. */
    Fork.Outcome commit(Fork.Strategy strategy) {
        return fork.commit("edit " + country().name(), strategy);
    }

    private List<Fork.FieldError> errors() {
        List<Fork.FieldError> errors = new ArrayList<>();
        Country country = country();
        if (country.name().isBlank()) {
            errors.add(error(NAME, "A country needs a name"));
        } else if (draft.query()
                .where(Country_.name.eq(country.name()))
                .where(Country_.code.ne(code))
                .exists()
                .get()) {
            errors.add(error(NAME, "Another country has this name"));
        }
        String currency = country.currencyCode();
        if (currency != null
                && !db.currencies()
                        .query()
                        .where(CurrencyUnit_.code.eq(currency))
                        .exists()
                        .get()) {
            errors.add(error(CURRENCY, "No currency has this code; expected three letters such as EUR"));
        }
        return errors;
    }

    private Fork.FieldError error(String field, String message) {
        return new Fork.FieldError(Country_.ENTITY.name(), code, field, message);
    }

    @Override
    public void close() {
        fork.close();
    }
}
