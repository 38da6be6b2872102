package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheLoadException;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens between the moment at which a copy is found in the second level and the one at which it would come into memory; and copies that are older than what memory has. */
@Tag("F62")
class SharedReadRacesTest extends SecondLevelTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    /** A read that has found a copy and is held. */
    private static Call<Optional<Row>> found(Harness cache, String way, Gate gate) {
        Call<Optional<Row>> call = Call.of(() -> read(cache, way, OLD));
        gate.awaitReached();
        return call;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "email", "login"})
    @Tag("H1")
    @Tag("P1")
    void aCopyThatWasFoundBeforeAWriteIsNotAnsweredAndTheSameLoadAsksTheSource(String way) {
        Harness cache = cache();
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, way, gate);
        cache.write(NEW);
        gate.open();

        assertThat(early.get()).contains(NEW);
        assertThat(cache.byId.peek(1L)).as("read after the write, so kept").contains(NEW);
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "email", "login"})
    @Tag("H1")
    @Tag("P1")
    void whoComesAfterAWriteDoesNotWaitForTheLoadThatFoundACopyBefore(String way) {
        Harness cache = cache();
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, way, gate);
        cache.write(NEW);

        assertThat(read(cache, way, OLD)).contains(NEW);

        gate.open();
        assertThat(early.get()).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("H13")
    void aCopyUnderAKeyThatTheRowIsJustLosingIsNotAnswered() {
        Harness cache = cache();
        share(cache, OLD);
        cache.table.put(OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "email", gate);
        cache.writeKnown(OLD.email("new@example.com"));
        gate.open();

        assertThat(early.get()).isEmpty();
        assertThat(cache.email("new@example.com")).isPresent();
        assertThat(cache.email(Row.email(1))).isEmpty();
    }

    @Test
    @Tag("H14")
    void aCopyUnderAKeyThatAnotherRowIsJustGettingIsNotAnswered() {
        Harness cache = cache();
        share(cache, OLD);
        Row other = Row.of(2).email(Row.email(1));
        cache.table.put(other);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "email", gate);
        cache.announce(Row.of(2), other);
        gate.open();

        assertThat(early.get()).contains(other);
        assertThat(cache.email(Row.email(1))).contains(other);
    }

    @Test
    @Tag("H10")
    @Tag("P3")
    void whileAWriteIsUnderWayItsRowsAreReadAroundTheSecondLevel() {
        Harness cache = cache();
        cache.table.put(OLD);
        share(cache, OLD);
        Transaction writer = cache.transaction().put(NEW).block();
        assertThat(cache.id(1)).contains(OLD);
        writer.commit();

        // The database has it, the second level does not know yet.
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        writer.settle();
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.stats().l2Hits()).as("found, and not believed").isPositive();
    }

    @Test
    @Tag("H10")
    void aCopyThatWasFoundBeforeAWriteBeganIsNotKeptWhenItHasEnded() {
        Harness cache = cache();
        cache.table.put(OLD);
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "id", gate);
        cache.transaction().put(NEW).block().commit().settle();
        gate.open();

        assertThat(early.get()).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("F48")
    void aCopyThatWasFoundBeforeAClearIsNotKept() {
        Harness cache = cache();
        cache.table.put(NEW);
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "id", gate);
        cache.engine.clear();
        gate.open();

        assertThat(early.get()).contains(NEW);
        assertThat(cache.byId.peek(1L)).contains(NEW);
    }

    @Test
    @Tag("F49")
    void aCopyThatWasFoundBeforeTheBypassIsNotAnswered() {
        Harness cache = cache();
        cache.table.put(NEW);
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "id", gate);
        cache.engine.bypass(true);
        gate.open();

        assertThat(early.get()).contains(NEW);
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("F31")
    void aSecondLevelThatDoesNotAnswerInTimeCostsNoMoreThanTheLoadTimeout() {
        Harness cache = cache(options -> options.loadTimeout(Duration.ofMillis(50)));
        share(cache, OLD);
        Gate gate = second.holdNext();

        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);

        gate.awaitReached();
        gate.open();
        cache.checkIntegrity();
        assertThat(cache.engine.size()).as("nobody waits for it any more").isZero();
        assertThat(cache.table.statements()).isZero();
    }

    @Test
    @Tag("H28")
    void aCopyThatIsFoundWhenTheCacheHasBeenClosedGoesNowhere() {
        Harness cache = cache();
        share(cache, OLD);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "id", gate);
        cache.engine.shutdown();

        assertThatThrownBy(early::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        gate.open();
        cache.checkIntegrity();
        assertThat(cache.engine.parts().store().size()).isZero();
    }

    @Test
    @Tag("P3")
    void aNewerRowThatCameInMeanwhileIsAnsweredInThePlaceOfTheCopy() {
        Harness cache = cache();
        share(cache, OLD);
        cache.table.put(NEW);
        Gate gate = second.holdNext();
        Call<Optional<Row>> early = found(cache, "email", gate);
        cache.engine.refresh(1L);
        int statements = cache.table.statements();
        gate.open();

        assertThat(early.get()).contains(NEW);
        assertThat(cache.table.statements()).isEqualTo(statements);
        assertThat(second.forgotten).as("nobody else shall find it").contains("1");
    }

    @Test
    @Tag("P3")
    void anOlderCopyThanTheExpiredOneInMemoryIsNotTaken() {
        Harness cache = cache();
        cache.table.put(NEW);
        cache.engine.refresh(1L);
        cache.clock.advance(TTL);
        share(cache, OLD);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(second.forgotten).contains("1");
    }

    @Test
    void aNewerCopyThanTheExpiredOneInMemoryTakesItsPlaceAndEndsTheListsThatHoldIt() {
        Harness cache = cache();
        cache.table.put(OLD);
        cache.byStatus.list(Status.ACTIVE);
        cache.clock.advance(TTL.minusMillis(1));
        cache.byStatus.list(Status.ACTIVE);
        cache.clock.advance(Duration.ofMillis(1));
        Row gone = OLD.status(Status.GONE);
        cache.table.put(gone);
        share(cache, gone);

        assertThat(cache.id(1)).contains(gone);

        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(second.forgotten).as("it is the good one").isEmpty();
        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
    }

    @Test
    void anEqualCopyRenewsTheExpiredOneForWhatIsLeft() {
        Harness cache = cache();
        cache.table.put(OLD);
        cache.engine.refresh(1L);
        cache.clock.advance(TTL);
        share(cache, OLD, Duration.ofSeconds(5));

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.table.statements()).isEqualTo(1);
        cache.clock.advance(Duration.ofSeconds(5));
        assertThat(cache.byId.isCached(1L)).isFalse();
    }

    @Test
    void withoutVersionsACopyThatDiffersFromTheExpiredOneIsNotTaken() {
        Harness cache = cache(false, options -> options);
        cache.table.put(NEW);
        cache.engine.refresh(1L);
        cache.clock.advance(TTL);
        share(cache, OLD);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(second.forgotten).contains("1");
    }

    @Test
    @Tag("H14")
    void aCopyThatClaimsTheKeyOfAnotherRowInMemoryIsNotTaken() {
        Harness cache = cache();
        Row other = Row.of(2).email(Row.email(1));
        Row moved = OLD.email("moved@example.com");
        cache.table.put(moved, other);
        assertThat(cache.engine.refresh(2L)).contains(other);
        share(cache, OLD);

        assertThat(cache.id(1)).contains(moved);

        assertThat(cache.email(Row.email(1))).contains(other);
        assertThat(cache.email("moved@example.com")).contains(moved);
        assertThat(second.forgotten).contains("1");
    }

    @Test
    void ofManyOnlyThoseWhoseCopiesAreOutdatedAreReadFromTheSource() {
        Harness cache = cache();
        share(cache, Row.of(1), Row.of(2), Row.of(3));
        Gate gate = second.holdNext();
        Call<Map<Long, Row>> early = Call.of(() -> cache.byId.getMany(List.of(1L, 2L, 3L)));
        gate.awaitReached();
        cache.write(Row.of(2).payload("new"));
        gate.open();

        assertThat(early.get()).containsValues(Row.of(1), Row.of(2).payload("new"), Row.of(3));
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.byId.isCached(2L)).isTrue();
    }

    @Test
    @Tag("F21")
    void aCopyComesInInThePlaceOfAnotherRowWhereThereIsNoRoom() {
        Harness cache = cache(options -> options.maxSize(1));
        share(cache, Row.of(1), Row.of(2));

        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.id(2)).contains(Row.of(2));
        assertThat(cache.id(1)).contains(Row.of(1));

        assertThat(cache.engine.size()).isEqualTo(1);
        assertThat(cache.table.statements()).isZero();
    }
}
