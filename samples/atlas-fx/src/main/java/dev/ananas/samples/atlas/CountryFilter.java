package dev.ananas.samples.atlas;

import dev.ananas.orm.query.Query;
import dev.ananas.samples.atlas.model.Country;
import dev.ananas.samples.atlas.model.Country_;

/**
 * Which countries the table shows, and in what order.
 *
 * @param text what is searched in the name, the code and the currency; everything if it is empty
 * @param column by which they are ordered
 * @param descending whether the greatest comes first
 */
record CountryFilter(String text, CountryColumn column, boolean descending) {
    static final CountryFilter ALL = new CountryFilter("", CountryColumn.NAME, false);

    CountryFilter searching(String newText) {
        return new CountryFilter(newText, column, descending);
    }

    /** Ordered by another column, or the other way round by the same. */
    CountryFilter orderedBy(CountryColumn newColumn) {
        return new CountryFilter(text, newColumn, newColumn == column && !descending);
    }

    Query<Country> over(AtlasDatabase db) {
        String any = "%" + text.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return db.countries()
                .query()
                .where(Country_.name.likeIgnoreCase(any))
                .orWhere(Country_.code.likeIgnoreCase(any))
                .orWhere(Country_.currencyCode.likeIgnoreCase(any))
                .orderBy(descending ? column.order.reversed() : column.order)
                .orderBy(Country_.name);
    }
}
