package io.turnkey.benchmarks.scenario;

import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Opening a cache that loads its whole table, beside a loop over the result of a query that fills one map with the same snapshots. */
record FullLoad(int rows) implements Scenario {
    @Override
    public String name() {
        return "s8";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (Database database = Database.of(rows)) {
            load(database);
            query(database);
            int pairs = plan.longPairs();
            double[] ours = new double[pairs];
            double[] other = new double[pairs];
            double[] ratios = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                ours[i] = load(database);
                other[i] = query(database);
                ratios[i] = other[i] / ours[i];
            }
            Comparison result = new Comparison(Quartiles.of(ratios), Quartiles.of(ours), Quartiles.of(other));
            return List.of(new Row(
                    "S8",
                    "full load of %dk rows with 2 keys from H2".formatted(rows / 1_000),
                    "JDBC loop into one map",
                    result.inverse(),
                    "× the time",
                    Details.nanos(result),
                    Reach.less(2.5, 1.5, 4)));
        }
    }

    private double load(Database database) {
        System.gc();
        long begun = System.nanoTime();
        try (AccountCache cache = AccountCache.builder()
                .configure(o -> o.load(LoadMode.FULL).ttl(Accounts.TTL).maxSize(Accounts.bound(rows)))
                .open(database.entityManagerFactory())) {
            long took = System.nanoTime() - begun;
            expect(cache.size());
            return took;
        }
    }

    @SuppressWarnings("UnnecessaryAsync") // what it is compared with can be read by several threads
    private double query(Database database) throws SQLException {
        System.gc();
        long begun = System.nanoTime();
        ConcurrentHashMap<Long, AccountSnapshot> map = new ConcurrentHashMap<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, email, code, name, city, balance, active, createdAt, version from account");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                Long id = result.getLong(1);
                Timestamp created = result.getTimestamp(8);
                map.put(
                        id,
                        new AccountSnapshot(
                                id,
                                result.getString(2),
                                result.getString(3),
                                result.getString(4),
                                result.getString(5),
                                result.getLong(6),
                                result.getBoolean(7),
                                created.toInstant(),
                                result.getInt(9)));
            }
        }
        long took = System.nanoTime() - begun;
        expect(map.size());
        return took;
    }

    private void expect(int size) {
        if (size != rows) {
            throw new IllegalStateException(size + " rows in memory, not " + rows);
        }
    }
}
