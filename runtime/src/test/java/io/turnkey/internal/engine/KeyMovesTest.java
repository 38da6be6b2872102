package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.TenantLogin;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows whose unique keys change, are taken over and are swapped; by writes that were announced and by some that were not. */
class KeyMovesTest extends EngineTest {
    private static final Row A = Row.of(1);
    private static final Row B = Row.of(2);
    private static final String A_EMAIL = Row.email(1);
    private static final String B_EMAIL = Row.email(2);

    static Stream<Boolean> versions() {
        return Stream.of(true, false);
    }

    private Harness cache(boolean versioned, Row... rows) {
        Harness cache = versioned ? versioned() : unversioned();
        cache.table.put(rows);
        return cache;
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H13")
    void aRowStopsAnsweringUnderItsOldKeysAndAnswersUnderTheNew(boolean versioned) {
        Harness cache = cache(versioned, A);
        cache.id(1);
        cache.write(A.email("new@example.com").login("t9", "l9"));

        assertThat(cache.email(A_EMAIL)).isEmpty();
        assertThat(cache.byLogin.get(A.tenantLogin())).isEmpty();
        assertThat(cache.email("new@example.com").map(Row::id)).contains(1L);
        assertThat(cache.byLogin.get(new TenantLogin("t9", "l9")).map(Row::id)).contains(1L);
        assertThat(cache.table.statements()).isEqualTo(4);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H13")
    void aKeyChangeThatNobodyAnnouncedIsFollowedWhenTheRowIsReadAgain(boolean versioned) {
        Harness cache = cache(versioned, A);
        cache.id(1);
        Row moved = A.email("new@example.com");
        cache.table.put(moved);
        assertThat(cache.email("new@example.com")).contains(moved);

        assertThat(cache.byEmail.peek(A_EMAIL)).isEmpty();
        assertThat(cache.byId.peek(1L)).contains(moved);
        assertThat(cache.byLogin.peek(A.tenantLogin())).contains(moved);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H13")
    void aRowThatIsFoundUnderItsOldKeyNoMoreLeavesMemory(boolean versioned) {
        Harness cache = cache(versioned, A);
        cache.id(1);
        cache.table.put(A.email("new@example.com"));
        cache.clock.advance(Duration.ofHours(2));

        assertThat(cache.email(A_EMAIL)).isEmpty();
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.id(1).map(Row::email)).contains("new@example.com");
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    void anotherRowTakesAKeyWhileItsOldOwnerIsCached(boolean versioned) {
        Harness cache = cache(versioned, A, B);
        cache.id(1);
        Row newA = A.email(null);
        Row newB = B.email(A_EMAIL);
        cache.table.put(newA, newB);
        assertThat(cache.id(2)).contains(newB);

        // The new owner has the slot, and the loser, which was proved out of date, has left under all its keys.
        assertThat(cache.email(A_EMAIL)).contains(newB);
        assertThat(cache.byLogin.peek(A.tenantLogin())).isEmpty();
        assertThat(cache.id(1)).contains(newA);
        assertThat(cache.email(A_EMAIL)).contains(newB);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    void twoRowsSwapTheirKeysAnnounced(boolean versioned) {
        Harness cache = cache(versioned, A, B);
        cache.id(1);
        cache.id(2);
        cache.write(A.email(B_EMAIL), B.email(A_EMAIL));

        assertThat(cache.email(A_EMAIL).map(Row::id)).contains(2L);
        assertThat(cache.email(B_EMAIL).map(Row::id)).contains(1L);
        assertThat(cache.id(1).map(Row::email)).contains(B_EMAIL);
        assertThat(cache.id(2).map(Row::email)).contains(A_EMAIL);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    void twoRowsSwapTheirKeysAndNobodySaysSo(boolean versioned) {
        Harness cache = cache(versioned, A, B);
        cache.id(1);
        cache.id(2);
        cache.table.put(A.email(B_EMAIL), B.email(A_EMAIL));
        cache.engine.refresh(1L);

        // Row 1 has taken row 2's key, so what memory held of row 2 is known to be wrong.
        assertThat(cache.byId.peek(2L)).isEmpty();
        assertThat(cache.email(A_EMAIL).map(Row::id)).contains(2L);
        assertThat(cache.email(B_EMAIL).map(Row::id)).contains(1L);
        assertThat(cache.id(1).map(Row::email)).contains(B_EMAIL);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    @Tag("H27")
    void twoRowsThatOverlappingLoadsFoundUnderOneKeyAreBothReadAgain(boolean versioned) {
        Harness cache = cache(versioned, A, B.email(null));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.id(1));
        read.awaitReached();
        Row newA = A.email(null);
        Row newB = B.email(A_EMAIL);
        cache.table.put(newA, newB);
        assertThat(cache.id(2)).contains(newB);
        read.open();

        // The early load found row 1 with the key that row 2 has now: which of the two is out of date nobody knows.
        assertThat(early.get()).contains(newA);
        assertThat(cache.email(A_EMAIL)).contains(newB);
        assertThat(cache.id(2)).contains(newB);
        assertThat(cache.byId.peek(1L)).contains(newA);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    void aKeyThatGoesRoundThreeRowsEndsWithItsLastOwner(boolean versioned) {
        Row c = Row.of(3);
        Harness cache = cache(versioned, A, B, c);
        for (long id = 1; id <= 3; id++) {
            cache.id(id);
        }
        cache.table.put(A.email(B_EMAIL), B.email(Row.email(3)), c.email(A_EMAIL));
        for (long id = 1; id <= 3; id++) {
            cache.engine.refresh(id);
        }

        assertThat(cache.email(B_EMAIL).map(Row::id)).contains(1L);
        assertThat(cache.email(Row.email(3)).map(Row::id)).contains(2L);
        assertThat(cache.email(A_EMAIL).map(Row::id)).contains(3L);
    }

    @ParameterizedTest(name = "versioned: {0}")
    @MethodSource("versions")
    @Tag("H14")
    @Tag("F48")
    void aRowThatLostItsSlotWithTheIndexGetsItBack(boolean versioned) {
        Harness cache = cache(versioned, A);
        cache.id(1);
        cache.byEmail.clear();
        assertThat(cache.byEmail.isCached(A_EMAIL)).isFalse();
        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.byLogin.isCached(A.tenantLogin())).isTrue();
        assertThat(cache.email(A_EMAIL)).contains(A);

        assertThat(cache.byEmail.isCached(A_EMAIL)).isTrue();
        assertThat(cache.table.statements()).isEqualTo(2);
    }
}
