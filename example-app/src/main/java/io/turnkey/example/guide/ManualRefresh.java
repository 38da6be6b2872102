package io.turnkey.example.guide;

import io.turnkey.AuditReport;
import io.turnkey.SyncMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CurrencyCache;
import io.turnkey.example.model.CurrencySnapshot;
import java.time.Duration;

/** No timer: you say when what others wrote is read. */
public final class ManualRefresh {
    private ManualRefresh() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CurrencyCache currencies = CurrencyCache.builder()
                        .configure(o -> o.refreshInterval(Duration.ZERO) // No refresh by itself.
                                .cleanupInterval(Duration.ZERO)) // Currency has no ttl, so nothing is to be removed.
                        .open(database.entityManagerFactory())) { // Reads the whole table: Currency says FULL.

            // Hibernate's writes are noticed at once. This one came by plain JDBC, from another application.
            database.writeByOthers("update Currency set name = 'Guilder' where code = 'EUR'");
            System.out.println("Nobody told the cache: " + name(currencies, "EUR"));

            // One row, now.
            System.out.println("refreshById: "
                    + currencies.refreshById("EUR").map(CurrencySnapshot::name).orElse("none"));

            // What changed since the last time; for an entity without @UpdateTimestamp, like this one, every row.
            database.writeByOthers("update Currency set name = 'Euro' where code = 'EUR'");
            currencies.refresh();
            System.out.println("refresh: " + name(currencies, "EUR"));

            // Every row: what is new comes in, what is gone leaves. Readers never see a half-filled cache.
            database.writeByOthers(
                    "insert into Currency (code, numericCode, name, fractionDigits) values ('XTS', 963, 'Test', 2)");
            database.writeByOthers("update Country set currency_code = null where currency_code = 'CHF'");
            database.writeByOthers("delete from Currency where code = 'CHF'");
            currencies.refresh(SyncMode.FULL);
            System.out.println(
                    "refresh(FULL): XTS is " + name(currencies, "XTS") + ", CHF is " + name(currencies, "CHF"));

            // Is memory what the database says? What differs is reported, and leaves memory.
            database.writeByOthers("update Currency set name = 'Mark' where code = 'EUR'");
            AuditReport report = currencies.audit(1_000);
            System.out.println("audit: " + report.differences().size() + " differs, then " + name(currencies, "EUR"));
            System.out.println("audit again: clean " + currencies.audit(1_000).isClean() + "; syncs "
                    + currencies.stats().syncs() + ", divergences "
                    + currencies.stats().divergences());
        }
    }

    private static String name(CurrencyCache currencies, String code) {
        return currencies.getById(code).map(CurrencySnapshot::name).orElse("none");
    }
}
