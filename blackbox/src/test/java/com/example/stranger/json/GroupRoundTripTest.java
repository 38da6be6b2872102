package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.Desk;
import com.example.blackbox.fresh.Gauge;
import com.example.blackbox.fresh.Notice;
import com.example.blackbox.fresh.Permit;
import com.example.blackbox.fresh.Sample;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.FreshUnit;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("The models of a group move to another one, each by its name")
@Tag("F49")
@Tag("F73")
class GroupRoundTripTest extends FreshTest {
    GroupRoundTripTest(Database database) {
        super(database);
    }

    private static CacheGroup.Builder caches(LoadMode load) {
        return GeneratedCaches.all().defaults(o -> o.load(load));
    }

    @Test
    void withNothingButTheirFiles() {
        Branch branch = new Branch(1L, "Bremen");
        Notice notice = new Notice(1L, "ada");
        Gauge gauge = new Gauge(1L, "code", "serial", new BigDecimal("1.50"));
        gauge.marks.addAll(Set.of("a", "\u0001", "\ud83d\ude00"));
        persist(
                branch,
                notice,
                gauge,
                new Desk(1L, "label", branch),
                new Desk(2L, null, null),
                new Permit(1L, "both", Set.of(notice), Set.of(branch)),
                new Permit(2L, null, Set.of(), Set.of()),
                new Sample(1L, "code", null, Instant.parse("2024-01-01T00:00:00.123456Z")),
                subscriber(1, "body"));
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, List<?>> rows = new LinkedHashMap<>();
        try (CacheGroup caches = caches(LoadMode.FULL).open(unit.factory())) {
            for (String model : caches.modelNames()) {
                files.put(model, caches.get(model).toJson(true));
                rows.put(model, caches.get(model).cached());
            }
        }
        assertThat(files).hasSize(FreshUnit.ENTITIES.size());

        try (CacheGroup caches =
                caches(LoadMode.LAZY).loadFrom(unit.loads().source()).open(unit.factory())) {
            unit.loads().cut(true);
            files.forEach((model, file) -> {
                EntityCache<?, ?> cache = caches.get(model);
                assertThat(cache.loadFromJson(file).loaded())
                        .as(model)
                        .isEqualTo(rows.get(model).size());
                assertThat(List.<Object>copyOf(cache.cached())).containsExactlyInAnyOrderElementsOf(rows.get(model));
            });
            unit.loads().cut(false);
            assertThat(caches.sizes().values()).allMatch(size -> size > 0);
            for (String model : caches.modelNames()) {
                assertThat(caches.get(model).audit(10).differences()).isEmpty();
            }
        }
    }
}
