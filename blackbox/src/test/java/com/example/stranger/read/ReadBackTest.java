package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.model.Listed;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.model.Unique;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BothDatabases
@DisplayName("What the cache reads is what JPA reads, by every generated getter of every model")
@Tag("F01")
@Tag("F05")
@Tag("F06")
@Tag("F07")
class ReadBackTest {
    private final Database database;

    ReadBackTest(Database database) {
        this.database = database;
    }

    static List<Model<?, ?, ?, ?>> models() {
        return Models.all();
    }

    @BeforeParameterizedClassInvocation
    static void empty(Database database) {
        database.empty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    @Tag("F02")
    @Tag("F03")
    @Tag("F04")
    @Tag("F30")
    @Tag("F31")
    <E, S, ID, C extends EntityCache<S, ID>> void everyGetterAnswersWithTheRow(Model<E, S, ID, C> model) {
        Dice dice = new Dice(model.toString().hashCode());
        for (int times = 0; times < 3; times++) {
            database.write(em -> model.seed(em, dice));
        }
        List<S> rows = database.read(model::expected);
        assertThat(rows).hasSizeGreaterThan(10);

        try (C cache = model.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            byId(model, cache, rows);
            model.uniques().forEach(key -> byUniqueKey(key, cache, rows));
            model.lists().forEach(key -> byListKey(key, cache, rows));
            assertThat(cache.listAll()).containsExactlyInAnyOrderElementsOf(rows);
        }
        try (C cache = model.builder().open(database.factory())) {
            assertThat(cache.cached()).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(cache.listAll()).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private <S, ID, C extends EntityCache<S, ID>> void byId(Model<?, S, ID, C> model, C cache, List<S> rows) {
        Map<ID, S> expected = new LinkedHashMap<>();
        for (S row : rows) {
            ID id = model.id(row);
            expected.put(id, row);
            assertThat(cache.peekById(id)).isEmpty();
            assertThat(cache.getById(id))
                    .contains(row)
                    .hasValueSatisfying(read -> assertThat(read).hasSameHashCodeAs(row));
            assertThat(cache.isCachedById(id)).isTrue();
            assertThat(cache.isExpired(id)).isFalse();
            assertThat(cache.peekById(id).orElseThrow())
                    .isSameAs(cache.getById(id).orElseThrow());
            assertThat(cache.refreshById(id)).contains(row);
        }
        assertThat(cache.getManyById(expected.keySet())).containsExactlyEntriesOf(expected);
        cache.clear();
        assertThat(cache.getManyById(expected.keySet())).containsExactlyEntriesOf(expected);
        cache.invalidateMany(expected.keySet());
        assertThat(cache.size()).isZero();
    }

    private <S, K, C extends EntityCache<S, ?>> void byUniqueKey(Unique<C, S, K> key, C cache, List<S> rows) {
        cache.clear();
        Map<K, S> expected = new LinkedHashMap<>();
        for (S row : rows) {
            K value = key.of().apply(row);
            if (value != null) {
                expected.put(value, row);
                assertThat(key.get().apply(cache, value)).contains(row);
                assertThat(key.peek().apply(cache, value)).contains(row);
                assertThat(key.isCached().test(cache, value)).isTrue();
                assertThat(cache.getByKey(key.name(), value)).contains(row);
                key.invalidate().accept(cache, value);
                assertThat(key.isCached().test(cache, value)).isFalse();
            }
        }
        assertThat(key.getMany().apply(cache, expected.keySet())).containsExactlyEntriesOf(expected);
        key.clear().accept(cache);
        assertThat(expected.keySet()).noneMatch(value -> key.isCached().test(cache, value));
        assertThat(key.getMany().apply(cache, expected.keySet())).containsExactlyEntriesOf(expected);
    }

    private <S, K, C extends EntityCache<S, ?>> void byListKey(Listed<C, S, K> key, C cache, List<S> rows) {
        cache.clear();
        Map<K, List<S>> expected = new HashMap<>();
        for (S row : rows) {
            K value = key.of().apply(row);
            if (value != null) {
                expected.computeIfAbsent(value, each -> new ArrayList<>()).add(row);
            }
        }
        assertThat(expected).isNotEmpty();
        expected.forEach((value, list) -> {
            assertThat(key.list().apply(cache, value)).containsExactlyInAnyOrderElementsOf(list);
            assertThat(key.isCached().test(cache, value)).isTrue();
            assertThat(cache.listByKey(key.name(), value)).containsExactlyInAnyOrderElementsOf(list);
            key.invalidate().accept(cache, value);
            assertThat(key.isCached().test(cache, value)).isFalse();
        });
        Map<K, List<S>> many = key.listMany().apply(cache, expected.keySet());
        assertThat(many.keySet()).containsExactlyElementsOf(expected.keySet());
        many.forEach((value, list) -> assertThat(list).containsExactlyInAnyOrderElementsOf(expected.get(value)));
        key.clear().accept(cache);
        assertThat(expected.keySet()).noneMatch(value -> key.isCached().test(cache, value));
    }
}
