package dev.ananas.samples.atlas;

import dev.ananas.orm.Links;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import dev.ananas.samples.atlas.model.Language;
import dev.ananas.samples.atlas.model.Spoken;
import dev.ananas.samples.atlas.model.Spoken_;
import dev.ananas.store.Step;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.List;

/** What the user does to the languages of a country: each is a step of the history, labelled for the menu. */
final class Changes {
    private final Store store;
    private final Links<Country, Language, Spoken> links;

    Changes(AtlasDatabase db) {
        this.store = db.store();
        this.links = db.countries().relation(Country_.languages);
    }

    void attach(String country, Language language) {
        store.transaction(
                "attach " + language.name(),
                () -> links.attach(
                        country, language.code(), Spoken_.official.to(false).and(Spoken_.share.to(0))));
    }

    void detach(String country, Language language) {
        store.transaction("detach " + language.name(), () -> links.detach(country, List.of(language.code())));
    }

    void makeOfficial(String country, Language language, boolean official) {
        store.transaction(
                "make " + language.name() + (official ? " official" : " unofficial"),
                () -> links.updatePivot(country, language.code(), Spoken_.official.to(official)));
    }

    /** Moving a slider is one step, however many values it passes. */
    void share(String country, Language language, int percent) {
        Step step = Step.named("change share of " + language.name())
                .grouped(List.of(country, language.code()), Duration.ofSeconds(1));
        store.history().record(step, () -> links.updatePivot(country, language.code(), Spoken_.share.to(percent)));
    }
}
