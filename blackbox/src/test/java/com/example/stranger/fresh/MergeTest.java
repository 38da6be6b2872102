package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.Gauge;
import com.example.blackbox.fresh.GaugeCache;
import com.example.blackbox.fresh.GaugeSnapshot;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("What the cache gave goes back into a session")
@Tag("H17")
class MergeTest extends FreshTest {
    MergeTest(Database database) {
        super(database);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "LAZY"})
    void aMergedEntityIsVisibleAfterTheCommitAndTheSnapshotStaysAsItWas(LoadMode load) {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(load);
        SubscriberSnapshot given = subscribers.getById(1L).orElseThrow();

        write(em -> {
            Subscriber entity = given.toEntity(em);
            entity.body = "new";
            entity.email = "moved";
            em.merge(entity);
        });

        assertThat(given.body()).isEqualTo("old");
        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        agrees(subscribers);
    }

    @Test
    @Tag("P2")
    void mergingWhatIsOutOfDateFailsAndChangesNothing() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        SubscriberSnapshot outdated = subscribers.getById(1L).orElseThrow();
        change(1, s -> s.body = "new");

        assertThatThrownBy(() -> write(em -> {
                    Subscriber entity = outdated.toEntity(em);
                    entity.body = "of a stale copy";
                    em.merge(entity);
                }))
                .isInstanceOf(OptimisticLockException.class);

        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        agrees(subscribers);
    }

    @Test
    void mergingWhatNothingChangedInDropsNothing() {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = subscribers(LoadMode.LAZY);
        SubscriberSnapshot given = subscribers.getById(1L).orElseThrow();

        write(em -> em.merge(given.toEntity(em)));

        assertThat(subscribers.isCachedById(1L)).isTrue();
        agrees(subscribers);
    }

    @Test
    void theEntityFoundThroughASnapshotIsJpasOwn() {
        Gauge gauge = new Gauge(1L, "code", "serial", new BigDecimal("1.00"));
        gauge.marks.add("red");
        persist(gauge);
        GaugeCache gauges = open(GaugeCache.builder().configure(o -> o.load(LoadMode.LAZY)));
        GaugeSnapshot given = gauges.getById(1L).orElseThrow();

        write(em -> {
            Gauge entity = Objects.requireNonNull(given.find(em));
            entity.marks.add("blue");
            assertThat(given.marks()).containsExactly("red");
        });

        assertThat(gauges.getById(1L).orElseThrow().marks()).containsExactlyInAnyOrder("red", "blue");
        assertThatThrownBy(() -> given.marks().add("green")).isInstanceOf(UnsupportedOperationException.class);
    }
}
