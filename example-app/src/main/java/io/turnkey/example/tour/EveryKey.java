package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CurrencyCache;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ZoneCache;

/** One row, many names. */
final class EveryKey implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        ProductCache products = scene.caches().get(ProductCache.class);
        CountryCache countries = scene.caches().get(CountryCache.class);
        CurrencyCache currencies = scene.caches().get(CurrencyCache.class);
        ZoneCache zones = scene.caches().get(ZoneCache.class);
        narrator.chapter(
                "Every key has its getter",
                "@KeyField and @KeyFields give a typed getter each. There is one copy of a row behind all of them:"
                        + " Ada was read by her id before, so that her e-mail and her login find her in memory too.");
        narrator.read(
                customers,
                "customers.getByEmail(\"ada@example.com\")",
                () -> customers.getByEmail("ada@example.com"),
                Describe::customer);
        narrator.read(
                customers,
                "customers.getByTenantIdAndLogin(1L, \"ada\")",
                () -> customers.getByTenantIdAndLogin(1L, "ada"),
                Describe::customer);
        narrator.read(
                products,
                "products.getByBarcode(\"2100000000012\")",
                () -> products.getByBarcode("2100000000012"),
                product -> Describe.found(product, row -> row.sku() + " " + row.name() + ", " + row.price()));
        narrator.read(
                countries,
                "countries.getByAlpha3(\"NLD\")",
                () -> countries.getByAlpha3("NLD"),
                country -> Describe.found(country, row -> row.code() + " " + row.name()));
        narrator.read(
                countries,
                "countries.getByName(\"Japan\")",
                () -> countries.getByName("Japan"),
                country -> Describe.found(country, row -> row.code() + " " + row.name()));
        narrator.read(
                currencies,
                "currencies.getByNumericCode(978)",
                () -> currencies.getByNumericCode(978),
                currency -> Describe.found(currency, row -> row.code() + " " + row.name()));
        narrator.read(
                zones,
                "zones.getByAreaAndPlace(\"Asia\", \"Tokyo\")",
                () -> zones.getByAreaAndPlace("Asia", "Tokyo"),
                zone -> Describe.found(zone, row -> row.id() + ", UTC+" + row.offsetMinutes() / 60));
    }
}
