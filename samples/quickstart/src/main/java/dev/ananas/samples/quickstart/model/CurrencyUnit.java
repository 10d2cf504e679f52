package dev.ananas.samples.quickstart.model;

import dev.ananas.orm.view.ToMany;

/**
 * A currency of ISO 4217.
 *
 * @param code three letters, the key
 * @param name in English
 * @param fractionDigits digits after the decimal point: 2 for the euro, 0 for the yen
 * @param countries which pay with it
 */
public record CurrencyUnit(String code, String name, int fractionDigits, ToMany<Country> countries) {}
