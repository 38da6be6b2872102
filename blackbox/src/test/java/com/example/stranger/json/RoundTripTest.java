package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.model.Listed;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.model.Unique;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.EntityCache;
import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BothDatabases
@DisplayName("What is written as JSON is read back as it was, by every model")
@Tag("F06")
@Tag("F07")
@Tag("F49")
class RoundTripTest {
    private static EntityManagerFactory emptyTables;

    private final Database database;

    RoundTripTest(Database database) {
        this.database = database;
    }

    static List<Model<?, ?, ?, ?>> models() {
        return Models.all();
    }

    @BeforeParameterizedClassInvocation
    static void empty(Database database) {
        database.empty();
        if (emptyTables == null) {
            JdbcDataSource other = new JdbcDataSource();
            other.setUrl("jdbc:h2:mem:json;DB_CLOSE_DELAY=-1");
            emptyTables = Database.H2.factory(other);
            emptyTables.getSchemaManager().create(true);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    <E, S, ID, C extends EntityCache<S, ID>> void theTableItself(Model<E, S, ID, C> model) {
        Export<S> export = Export.of(model, database, 0);
        assertThat(export.rows()).hasSizeGreaterThan(10);

        for (boolean withMeta : new boolean[] {false, true}) {
            try (C cache = lazy(model, database.factory())) {
                assertThat(database.statements().during(() -> {
                            ImportReport report = cache.readJson(export.open(withMeta));

                            assertThat(report)
                                    .isEqualTo(new ImportReport(
                                            cache.model(), export.rows().size(), 0, 0, 0));
                            isAllInMemory(model, cache, export.rows());
                        }))
                        .as("never asks the database")
                        .isEmpty();

                assertThat(cache.audit(export.rows().size()).differences()).isEmpty();
                model.lists().forEach(key -> listsAgree(key, cache, export.rows()));
                cache.refresh();
                isAllInMemory(model, cache, export.rows());
                assertThat(cache.readJson(export.open(withMeta)).present())
                        .isEqualTo(export.rows().size());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    <E, S, ID, C extends EntityCache<S, ID>> void aTableThatHasNoneOfTheRows(Model<E, S, ID, C> model) {
        Export<S> export = Export.of(model, database, 1);

        for (boolean withMeta : new boolean[] {false, true}) {
            try (C cache = lazy(model, emptyTables)) {
                assertThat(cache.readJson(export.open(withMeta)).loaded())
                        .isEqualTo(export.rows().size());
                isAllInMemory(model, cache, export.rows());
                assertThat(lines(cache.toJson(false))).containsExactlyInAnyOrderElementsOf(lines(export.plain()));

                cache.refresh();
                assertThat(cache.size()).as("none of them is true").isZero();
            }
        }
        try (C whole = model.builder().open(emptyTables)) {
            assertThat(whole.readJson(export.open(false)).rejected())
                    .as("it holds the whole table, and knows better")
                    .isEqualTo(export.rows().size());
            assertThat(whole.listAll()).isEmpty();
        }
    }

    private static <C extends EntityCache<?, ?>> C lazy(Model<?, ?, ?, C> model, EntityManagerFactory factory) {
        return model.builder().configure(o -> o.load(LoadMode.LAZY)).open(factory);
    }

    private static <S, ID, C extends EntityCache<S, ID>> void isAllInMemory(
            Model<?, S, ID, C> model, C cache, List<S> rows) {
        assertThat(cache.cached()).containsExactlyInAnyOrderElementsOf(rows);
        for (S row : rows) {
            assertThat(cache.getById(model.id(row)))
                    .contains(row)
                    .hasValueSatisfying(
                            read -> assertThat(read).hasSameClassAs(row).hasSameHashCodeAs(row));
            model.uniques().forEach(key -> isFound(key, cache, row));
        }
        Map<ID, S> byId = rows.stream().collect(Collectors.toMap(model::id, Function.identity()));
        assertThat(cache.getManyById(byId.keySet())).isEqualTo(byId);
    }

    private static <S, K, C extends EntityCache<S, ?>> void isFound(Unique<C, S, K> key, C cache, S row) {
        K value = key.of().apply(row);
        if (value != null) {
            assertThat(key.isCached().test(cache, value)).isTrue();
            assertThat(key.get().apply(cache, value)).contains(row);
        }
    }

    private static <S, K, C extends EntityCache<S, ?>> void listsAgree(Listed<C, S, K> key, C cache, List<S> rows) {
        Map<K, List<S>> expected = rows.stream()
                .filter(row -> key.of().apply(row) != null)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(key.of().apply(row))));
        expected.forEach(
                (value, list) -> assertThat(key.list().apply(cache, value)).containsExactlyInAnyOrderElementsOf(list));
    }

    private static List<String> lines(byte[] json) {
        return lines(new String(json, StandardCharsets.UTF_8));
    }

    /** A row each, without the comma that depends on its place, or the end of the document. */
    private static List<String> lines(String json) {
        return json.substring(0, json.lastIndexOf("]}"))
                .lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }
}
