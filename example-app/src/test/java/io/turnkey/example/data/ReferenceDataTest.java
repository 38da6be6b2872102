package io.turnkey.example.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.example.model.Country;
import io.turnkey.example.model.Currency;
import io.turnkey.example.model.Zone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
    private final Map<String, Currency> currencies = ReferenceData.currencies();
    private final List<Country> countries = ReferenceData.countries(currencies);
    private final List<Zone> zones = ReferenceData.zones();

    @Test
    void finds_each_country_by_each_of_its_names() {
        assertThat(countries).hasSizeGreaterThan(200);
        assertThat(countries).extracting(Country::getCode).doesNotHaveDuplicates();
        assertThat(countries).extracting(Country::getAlpha3).doesNotHaveDuplicates();
        assertThat(countries).extracting(Country::getName).doesNotHaveDuplicates();
    }

    @Test
    void finds_each_currency_by_code_and_number() {
        assertThat(currencies).hasSizeGreaterThan(100);
        assertThat(currencies.values()).extracting(Currency::getNumericCode).doesNotHaveDuplicates();
        assertThat(currencies.get("EUR").getNumericCode()).isEqualTo(978);
    }

    @Test
    void leaves_the_country_without_money_without_a_currency() {
        assertThat(countries)
                .filteredOn(country -> country.getCurrency() == null)
                .extracting(Country::getName)
                .contains("Antarctica")
                .hasSizeLessThan(10);
    }

    @Test
    void finds_each_time_zone_by_area_and_place() {
        assertThat(zones)
                .hasSizeGreaterThan(400)
                .extracting(Zone::getId)
                .contains("Asia/Tokyo")
                .doesNotHaveDuplicates();
        assertThat(zones)
                .extracting(zone -> Map.entry(zone.getArea(), zone.getPlace()))
                .doesNotHaveDuplicates();
    }
}
