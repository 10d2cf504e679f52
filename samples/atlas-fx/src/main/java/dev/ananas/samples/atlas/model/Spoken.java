package dev.ananas.samples.atlas.model;

import dev.ananas.orm.model.Entity;
import dev.ananas.orm.model.Id;

/**
 * How a language is spoken in a country: the link between the two.
 *
 * @param countryCode first part of the key
 * @param languageCode second part of the key
 * @param official whether offices use it
 * @param share of the people who speak it, in percent
 */
@Entity("spoken")
public record Spoken(@Id String countryCode, @Id String languageCode, boolean official, int share) {}
