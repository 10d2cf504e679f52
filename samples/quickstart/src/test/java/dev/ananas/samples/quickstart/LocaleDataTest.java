package dev.ananas.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ananas.orm.model.Key;
import dev.ananas.samples.quickstart.model.Country;
import dev.ananas.samples.quickstart.model.CurrencyUnit;
import dev.ananas.samples.quickstart.model.Language;
import dev.ananas.samples.quickstart.model.LocaleLink;
import dev.ananas.samples.quickstart.model.Script;
import java.time.DayOfWeek;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LocaleDataTest {
    private static final LocaleData DATA = LocaleData.ofThisJdk();

    @Test
    void thereAreSeveralHundredLinks() {
        assertThat(DATA.locales()).hasSizeGreaterThan(400);
        assertThat(DATA.locales())
                .extracting(locale -> Key.of(locale.countryCode(), locale.languageCode()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKeyLeadsSomewhere() {
        assertThat(DATA.countries())
                .extracting(Country::code)
                .containsAll(
                        DATA.locales().stream().map(LocaleLink::countryCode).toList());
        assertThat(DATA.languages())
                .extracting(Language::code)
                .containsAll(
                        DATA.locales().stream().map(LocaleLink::languageCode).toList());
        assertThat(DATA.scripts())
                .extracting(Script::code)
                .containsAll(DATA.locales().stream()
                        .map(LocaleLink::scriptCode)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(DATA.currencies())
                .extracting(CurrencyUnit::code)
                .containsAll(DATA.countries().stream()
                        .map(Country::currencyCode)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void aLinkHasWhatTheJdkKnowsAboutTheLocale() {
        LocaleLink french = DATA.locales().stream()
                .filter(locale -> locale.countryCode().equals("CH")
                        && locale.languageCode().equals("fr"))
                .findFirst()
                .orElseThrow();

        assertThat(french.nativeName()).isEqualTo("fran\u00e7ais (Suisse)");
        assertThat(french.scriptCode()).isEqualTo("LATIN");
        assertThat(french.datePattern()).isEqualTo("dd.MM.yy");
    }

    @Test
    void aCountryHasWhatTheJdkKnowsAboutTheRegion() {
        assertThat(country("CH").name()).isEqualTo("Switzerland");
        assertThat(country("CH").currencyCode()).isEqualTo("CHF");
        assertThat(country("CH").firstDay()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(country("US").firstDay()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(country("AQ").currencyCode()).isNull();
    }

    private static Country country(String code) {
        return DATA.countries().stream()
                .filter(country -> country.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
