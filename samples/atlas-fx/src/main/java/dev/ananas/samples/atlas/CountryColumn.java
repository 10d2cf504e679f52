package dev.ananas.samples.atlas;

import dev.ananas.orm.query.Order;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;
import java.text.Collator;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What the table shows of a country, and by what it is ordered. */
@SuppressWarnings("ImmutableEnumChecker") // orders and functions are values
enum CountryColumn {
    CODE("Code", 78, Country_.code, Country::code),
    NAME("Country", 214, Country_.name.by(Collator.getInstance(Locale.ENGLISH)), Country::name),
    CURRENCY(
            "Currency", 106, Country_.currencyCode, country -> Objects.requireNonNullElse(country.currencyCode(), "–")),
    WEEK(
            "Week starts",
            122,
            Country_.firstDay,
            country -> country.firstDay().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
    VISITS("Visits", 92, Country_.visits, country -> String.format(Locale.ENGLISH, "%,d", country.visits()));

    final String title;
    final double width;
    final Order<Country> order;
    final Function<Country, String> text;

    CountryColumn(String title, double width, Order<Country> order, Function<Country, String> text) {
        this.title = title;
        this.width = width;
        this.order = order;
        this.text = text;
    }
}
