package io.turnkey.example.data;

import io.turnkey.example.model.Country;
import io.turnkey.example.model.Currency;
import io.turnkey.example.model.Zone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the JDK knows of the world: currencies, countries, time zones. */
public final class ReferenceData {
    /** Names of zones that are no places. */
    private static final Set<String> NO_PLACES = Set.of("Etc", "SystemV");

    /** Offsets change over the years; these are of one day, so that every run has the same. */
    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private ReferenceData() {}

    /** The currencies that some country uses today, by their codes. */
    public static Map<String, Currency> currencies() {
        return regions()
                .map(ReferenceData::currencyOf)
                .filter(Objects::nonNull)
                .distinct()
                .map(currency -> new Currency(
                        currency.getCurrencyCode(),
                        currency.getNumericCode(),
                        currency.getDisplayName(Locale.ENGLISH),
                        currency.getDefaultFractionDigits()))
                .collect(Collectors.toMap(Currency::getCode, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** The countries; each refers to one of {@code currencies}, or to none. */
    public static List<Country> countries(Map<String, Currency> currencies) {
        return regions()
                .map(region -> new Country(
                        region.getCountry(),
                        region.getISO3Country(),
                        region.getDisplayCountry(Locale.ENGLISH),
                        find(currencies, currencyOf(region))))
                .toList();
    }

    /** The time zones that are called after a place. */
    public static List<Zone> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(id -> id.split("/", 2))
                .filter(parts -> parts.length == 2 && !NO_PLACES.contains(parts[0]))
                .map(parts -> new Zone(parts[0], parts[1], standardOffset(parts[0] + "/" + parts[1])))
                .toList();
    }

    private static Stream<Locale> regions() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(code -> new Locale.Builder().setRegion(code).build());
    }

    private static java.util.@Nullable Currency currencyOf(Locale region) {
        return java.util.Currency.getInstance(region);
    }

    private static @Nullable Currency find(Map<String, Currency> currencies, java.util.@Nullable Currency currency) {
        return currency == null ? null : currencies.get(currency.getCurrencyCode());
    }

    private static int standardOffset(String zone) {
        ZoneOffset offset = ZoneId.of(zone).getRules().getStandardOffset(DAY);
        return offset.getTotalSeconds() / 60;
    }
}
