package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.AuditReport;
import io.turnkey.AuditReport.Difference;
import io.turnkey.CacheGroup;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.group.Accounts.Account;
import io.turnkey.internal.group.Accounts.AccountCache;
import io.turnkey.internal.group.Accounts.AccountRow;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes that no cache can hear of, and how they are found. */
class PlainJdbcTest {
    private static void execute(TestUnit unit, String... statements) throws SQLException {
        try (Connection connection = unit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F83")
    @Tag("H7")
    void anAuditFindsRowsThatWereChangedByPlainJdbc(Databases database) throws SQLException {
        try (TestUnit unit = database.open(Account.class)) {
            unit.inTransaction(session -> {
                for (long id = 1; id <= 5; id++) {
                    session.persist(new Account(id, "ada"));
                }
            });
            try (CacheGroup group = new GroupBuilder(
                            List.of(Accounts.DEFINITION), Adapters.installed(), new RecordingLoggers())
                    .open(unit.factory())) {
                AccountCache accounts = group.get(AccountCache.class);
                execute(
                        unit,
                        "update Account set owner = 'eve' where id = 2",
                        "delete from Account where id = 4",
                        "insert into Account (id, owner) values (6, 'bob')");
                assertThat(accounts.getById(2L)).contains(new AccountRow(2L, "ada"));

                AuditReport report = accounts.audit(100);
                assertThat(report.compared()).isEqualTo(5);
                assertThat(report.differences())
                        .containsExactlyInAnyOrder(
                                new Difference(2L, new AccountRow(2L, "ada"), new AccountRow(2L, "eve")),
                                new Difference(4L, new AccountRow(4L, "ada"), null));
                assertThat(accounts.getById(2L)).contains(new AccountRow(2L, "eve"));
                assertThat(accounts.getById(4L)).isEmpty();
                assertThat(accounts.audit(100).isClean()).isTrue();
                assertThat(accounts.stats().divergences()).isEqualTo(2);
            }
        }
    }
}
