package io.turnkey.example.guide;

import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ReferenceData;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CountrySnapshot;
import java.util.List;

/** Rows that you have from elsewhere, put into memory without reading the database. */
public final class Preloading {
    private Preloading() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CountryCache countries = CountryCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY)) // Nothing is read at start.
                        .open(database.entityManagerFactory())) {
            long before = database.statements();

            // Called once, on this thread. Here the JDK knows the rows; it may be a file, or another service.
            // You vouch for them: a row that the database does not have is served until a refresh, or its ttl.
            ImportReport report = countries.preload(Preloading::fromTheJdk);
            System.out.println("Loaded " + report.loaded() + " of " + report.total() + ", statements: "
                    + (database.statements() - before));
            System.out.println("By another key: "
                    + countries.getByAlpha3("NLD").map(CountrySnapshot::name).orElseThrow());
            System.out.println("Statements: " + (database.statements() - before));

            // Only absent rows are filled; a copy that memory has stays, being at least as new.
            ImportReport again = countries.preload(Preloading::fromTheJdk);
            System.out.println("Again: loaded " + again.loaded() + ", present " + again.present());

            // A refresh compares every row in memory with the database, and puts right what differs.
            countries.refresh();
            System.out.println("Currency of NL, which the supplier left out: "
                    + countries.getById("NL").orElseThrow().currencyId());
        }
    }

    private static List<CountrySnapshot> fromTheJdk() {
        // A snapshot of an entity that need not be managed; its record's constructor does as well.
        return ReferenceData.countries(ReferenceData.currencies()).stream()
                .map(CountrySnapshot::of)
                .map(c -> new CountrySnapshot(c.code(), c.alpha3(), c.name(), null))
                .toList();
    }
}
