package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CountrySnapshot;
import io.turnkey.example.model.CurrencyCache;
import io.turnkey.example.model.CurrencySnapshot;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.ZoneCache;
import java.time.Duration;

/** Recommended for small tables that hardly ever change: here, countries, currencies and time zones. */
public final class StaticData {
    private StaticData() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .only(CountryCache.class, CurrencyCache.class, ZoneCache.class)
                        .defaults(StaticData::settings)
                        // An application without its reference data should not start at all.
                        .failFast()
                        .open(database.entityManagerFactory())) {
            CountryCache countries = caches.get(CountryCache.class);
            CurrencyCache currencies = caches.get(CurrencyCache.class);
            ZoneCache zones = caches.get(ZoneCache.class);
            long before = database.statements();

            // A country may have no currency: the chain ends where there is none.
            System.out.println("The Netherlands pay in "
                    + countries
                            .getByAlpha3("NLD")
                            .map(CountrySnapshot::currencyId)
                            .flatMap(currencies::getById)
                            .map(CurrencySnapshot::name)
                            .orElse("nothing"));
            System.out.println("All countries: " + (countries.listAll().size() == countries.size()));
            System.out.println("Tokyo: "
                    + zones.getByAreaAndPlace("Asia", "Tokyo").orElseThrow().offsetMinutes());
            System.out.println("No such code: " + countries.getById("XX"));
            System.out.println("Statements for all that: " + (database.statements() - before));

            // A list by a key that many rows share is read the first time that somebody asks for it.
            countries.listByCurrencyId("EUR");
            countries.listByCurrencyId("EUR");
            System.out.println("Twice a list, statements: " + (database.statements() - before));
        }
    }

    private static void settings(CacheOptions.Builder options) {
        options
                // The whole table: every read by a key is a hit, and listAll() is answered from memory too.
                .load(LoadMode.FULL)
                // A guard, not a budget: a table that outgrows it is an error and no longer static data.
                .maxSize(10_000)
                // Nothing expires; what others change is found by the refresh instead, in one statement.
                .ttl(CacheOptions.FOREVER)
                // How late a change by others may be seen. An hour costs nothing; a day saves nothing.
                .refreshInterval(Duration.ofHours(1))
                // What is not in memory does not exist, so that a wrong code costs no statement.
                .readThrough(false);
    }
}
