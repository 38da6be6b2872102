package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.data.Customers;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerCache.TenantIdAndLogin;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Bulk reads. */
final class ManyAtOnce implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        List<Long> ids = LongStream.rangeClosed(1, 1_000).boxed().toList();
        List<String> emails =
                IntStream.rangeClosed(901, 1_100).mapToObj(Customers::email).toList();
        narrator.chapter(
                "Many at once",
                "A bulk read takes from memory what is there and asks the database once for the rest. The answer is"
                        + " a map in the order of the keys, without those that do not exist.");
        narrator.read(
                customers,
                "customers.getManyById(ids)",
                () -> customers.getManyById(ids),
                rows -> Describe.rows(rows) + " for the ids 1 to 1000");
        narrator.read(
                customers,
                "customers.getManyByEmail(emails)",
                () -> customers.getManyByEmail(emails),
                rows -> Describe.rows(rows) + " for 200 addresses, half of them read a moment ago");
        narrator.read(
                customers,
                "customers.getManyByTenantIdAndLogin(List.of(new TenantIdAndLogin(1L, \"ada\")))",
                () -> customers.getManyByTenantIdAndLogin(List.of(new TenantIdAndLogin(1L, "ada"))),
                Describe::rows);
    }
}
