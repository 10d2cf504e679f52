package dev.ananas.samples.quickstart;

import dev.ananas.orm.Links;
import dev.ananas.orm.model.Patch;
import dev.ananas.samples.quickstart.model.Country;
import dev.ananas.samples.quickstart.model.Country_;
import dev.ananas.samples.quickstart.model.CurrencyUnit_;
import dev.ananas.samples.quickstart.model.Language;
import dev.ananas.samples.quickstart.model.Language_;
import dev.ananas.samples.quickstart.model.LocaleLink;
import dev.ananas.samples.quickstart.model.LocaleLink_;
import java.util.List;
import java.util.Map;

/** Everything that the quickstart writes after it has loaded the data. */
final class Changes {
    private static final Patch<LocaleLink> DOTTED_DATES =
            LocaleLink_.datePattern.to("dd.MM.yy").and(LocaleLink_.scriptCode.to("LATIN"));

    private final LocaleDatabase db;
    private final Links<Country, Language, LocaleLink> spoken;

    Changes(LocaleDatabase db) {
        this.db = db;
        this.spoken = db.countries().relation(Country_.languages);
    }

    /** One attribute of one row. */
    void renameRomansh() {
        db.languages().update("rm", Language_.name.to("Rumantsch"));
    }

    /** The foreign key of a relation. */
    void payInEuro() {
        db.countries().update("DK", Country_.currencyCode.to("EUR"));
    }

    /** Something that nobody asked about. */
    void renameYen(String name) {
        db.currencies().update("JPY", CurrencyUnit_.name.to(name));
    }

    /** One attribute of one link, another value in every round. */
    void rewriteSwissDates(int round) {
        spoken.updatePivot("CH", "de", LocaleLink_.datePattern.to(round % 2 == 0 ? "d.M.y" : "y-M-d"));
    }

    /** Several links go, four stay as they are. */
    void keepOfficialLanguages() {
        spoken.sync("CH", List.of("de", "fr", "it", "rm"));
    }

    /** A new link with attributes of its own. */
    void attachEnglish() {
        spoken.attach("CH", "en", DOTTED_DATES);
    }

    /** The link goes, both ends stay. */
    void detachEnglish() {
        spoken.detach("CH", List.of("en"));
    }

    /** A link that goes if it is there and comes if it is not. */
    void toggleEnglish() {
        spoken.toggle("CH", List.of("en"));
    }

    /** Three entities in one transition. */
    void introduceLatin() {
        db.store().transaction("introduce Latin", () -> {
            db.languages().insert(Language_.of("la", "Latin"));
            db.countries().update("CH", Country_.name.to("Helvetia"));
            spoken.attach("CH", "la", DOTTED_DATES);
        });
    }

    /** The second write does not fit its entity, so the first is taken back too. */
    void nameACountryByANumber() {
        db.store().transaction("two names", () -> {
            db.countries().update("CH", Country_.name.to("Schweiz"));
            db.countries().saveMap(Map.of("code", "DE", "name", 49));
        });
    }
}
