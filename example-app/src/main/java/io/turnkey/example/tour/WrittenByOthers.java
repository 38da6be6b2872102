package io.turnkey.example.tour;

import io.turnkey.AuditReport;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CurrencyCache;
import io.turnkey.example.model.CurrencySnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.hibernate.Session;

/** What the caches cannot see, and how they find it. */
final class WrittenByOthers implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CurrencyCache currencies = scene.caches().get(CurrencyCache.class);
        narrator.chapter(
                "What others write",
                "Plain JDBC, and other applications, are not seen. Such a change is found by the ttl, by a refresh,"
                        + " which this table has every five minutes, or at once if you ask for it.");
        write(scene, "update Currency set name = 'Guilder' where code = 'EUR'");
        narrator.read(
                currencies, "currencies.getById(\"EUR\")", () -> currencies.getById("EUR"), WrittenByOthers::describe);
        narrator.run("currencies.refresh()", () -> currencies.refresh());
        narrator.read(
                currencies, "currencies.getById(\"EUR\")", () -> currencies.getById("EUR"), WrittenByOthers::describe);
        narrator.pause();
        narrator.say("audit compares what is in memory with the database, and drops what differs:");
        write(scene, "update Currency set name = 'Euro' where code = 'EUR'");
        AuditReport report = narrator.read(
                currencies, "currencies.audit(1_000)", () -> currencies.audit(1_000), WrittenByOthers::describe);
        narrator.result(String.valueOf(report.differences().get(0).stored()));
        narrator.read(
                currencies, "currencies.getById(\"EUR\")", () -> currencies.getById("EUR"), WrittenByOthers::describe);
    }

    private static void write(Scene scene, String sql) {
        scene.narrator().code("jdbc: " + sql);
        scene.entityManagerFactory()
                .runInTransaction(em -> em.unwrap(Session.class).doWork(connection -> execute(connection, sql)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String describe(Optional<CurrencySnapshot> currency) {
        return Describe.found(currency, found -> String.valueOf(found.name()));
    }

    private static String describe(AuditReport report) {
        return Describe.rows(report.compared()) + " compared, "
                + report.differences().size() + " differs";
    }
}
