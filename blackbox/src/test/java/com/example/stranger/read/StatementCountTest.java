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
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BothDatabases
@DisplayName("A miss is one statement, however many rows are asked for, and one more for each collection attribute")
@Tag("F31")
class StatementCountTest {
    private final Database database;

    StatementCountTest(Database database) {
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
    <E, S, ID, C extends EntityCache<S, ID>> void aMissIsOneStatementAndAHitNone(Model<E, S, ID, C> model) {
        Dice dice = new Dice(model.toString().hashCode());
        for (int times = 0; times < 5; times++) {
            database.write(em -> model.seed(em, dice));
        }
        List<S> rows = database.read(model::expected);
        List<ID> ids = rows.stream().map(model::id).limit(50).toList();
        try (C cache = model.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            readsOnce(model, () -> cache.getById(ids.get(0)));
            readsOnce(model, () -> cache.getManyById(ids));
            readsNothing(() -> {
                ids.forEach(cache::getById);
                cache.getManyById(ids);
            });
            model.uniques().forEach(key -> byUniqueKey(model, key, cache, rows));
            model.lists().forEach(key -> byListKey(model, key, cache, rows));
        }
    }

    private <S, K, C extends EntityCache<S, ?>> void byUniqueKey(
            Model<?, S, ?, C> model, Unique<C, S, K> key, C cache, List<S> rows) {
        List<K> values =
                rows.stream().map(key.of()).filter(Objects::nonNull).limit(50).toList();
        cache.clear();
        readsOnce(model, () -> key.get().apply(cache, values.get(0)));
        readsOnce(model, () -> key.getMany().apply(cache, values));
        readsNothing(() -> {
            values.forEach(value -> key.get().apply(cache, value));
            key.getMany().apply(cache, values);
        });
    }

    private <S, K, C extends EntityCache<S, ?>> void byListKey(
            Model<?, S, ?, C> model, Listed<C, S, K> key, C cache, List<S> rows) {
        K value =
                rows.stream().map(key.of()).filter(Objects::nonNull).findFirst().orElseThrow();
        cache.clear();
        readsOnce(model, () -> key.list().apply(cache, value));
        readsNothing(() -> key.list().apply(cache, value));
    }

    private void readsOnce(Model<?, ?, ?, ?> model, Runnable action) {
        assertThat(database.statements().during(action))
                .hasSizeBetween(model.leastStatements(), model.mostStatements());
    }

    private void readsNothing(Runnable action) {
        assertThat(database.statements().during(action)).isEmpty();
    }
}
