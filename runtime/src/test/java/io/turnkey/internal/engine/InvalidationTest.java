package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers may drop themselves. */
@Tag("F47")
class InvalidationTest extends EngineTest {
    private static final Row ONE = Row.of(1);
    private static final Row TWO = Row.of(2);
    private static final Row THREE = Row.of(3).status(Status.GONE);
    private Harness cache;

    @BeforeEach
    void everythingIsCached() {
        cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(ONE, TWO, THREE);
        cache.engine.start();
        cache.byStatus.listMany(List.of(Status.ACTIVE, Status.GONE, Status.BLOCKED));
        cache.byTenant.list("t1");
        cache.email("none");
    }

    private void isGone(Row row) {
        assertThat(cache.byId.isCached(row.id())).isFalse();
        assertThat(cache.byEmail.isCached(Row.email(row.id()))).isFalse();
        assertThat(cache.byLogin.isCached(row.tenantLogin())).isFalse();
    }

    private void isThere(Row row) {
        assertThat(cache.byId.isCached(row.id())).isTrue();
        assertThat(cache.byEmail.isCached(Row.email(row.id()))).isTrue();
        assertThat(cache.byLogin.isCached(row.tenantLogin())).isTrue();
    }

    private void noAnswerIsRemembered() {
        assertThat(cache.stats().lists()).isZero();
        long negatives = cache.stats().negativeHits();
        cache.email("none");
        assertThat(cache.stats().negativeHits()).isEqualTo(negatives);
    }

    @Test
    void aRowLeavesUnderEveryKeyWithAllListsAndNegatives() {
        cache.byId.invalidate(1L);
        isGone(ONE);
        isThere(TWO);
        noAnswerIsRemembered();
    }

    @Test
    void aRowLeavesByAnyOfItsKeys() {
        cache.byEmail.invalidate(Row.email(1));
        isGone(ONE);
        cache.byLogin.invalidate(new TenantLogin("t2", "l2"));
        isGone(TWO);
        isThere(THREE);
        noAnswerIsRemembered();
    }

    @Test
    void manyRowsLeaveTogetherCachedOrNot() {
        cache.engine.invalidateMany(List.of(1L, 99L, 2L));
        isGone(ONE);
        isGone(TWO);
        isThere(THREE);
        noAnswerIsRemembered();
    }

    @Test
    @Tag("F03")
    void aListLeavesWithItsMembers() {
        cache.byStatus.invalidate(Status.ACTIVE);
        isGone(ONE);
        isGone(TWO);
        isThere(THREE);
        noAnswerIsRemembered();
    }

    @Test
    void aKeyThatNobodyCachedStillEndsWhatIsRememberedOfIt() {
        cache.table.put(Row.of(4).email("none"));
        cache.byEmail.invalidate("none");
        assertThat(cache.email("none")).isPresent();
        isThere(ONE);
    }

    @Test
    @Tag("F48")
    void clearDropsEverything() {
        cache.engine.clear();
        assertThat(cache.engine.size()).isZero();
        List.of(ONE, TWO, THREE).forEach(this::isGone);
        noAnswerIsRemembered();
        assertThat(cache.stats().indexSizes().values()).containsOnly(0);
    }

    @Test
    @Tag("F48")
    void anIndexIsDroppedAloneAndItsRowsComeBackToItOneByOne() {
        cache.byEmail.clear();
        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.byLogin.isCached(ONE.tenantLogin())).isTrue();
        assertThat(cache.byEmail.isCached(Row.email(1))).isFalse();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(ONE, TWO, THREE);
        assertThat(cache.email(Row.email(1))).contains(ONE);
        isThere(ONE);
    }

    @Test
    @Tag("F48")
    void theListsOfAKeyAreDroppedAlone() {
        cache.byStatus.clear();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byTenant.isCached("t1")).isTrue();
        List.of(ONE, TWO, THREE).forEach(this::isThere);
    }

    @Test
    @Tag("F48")
    void theRowsThemselvesAreNoIndexToDrop() {
        assertThatIllegalArgumentException()
                .isThrownBy(cache.byId::clear)
                .withMessageContaining("Row")
                .withMessageContaining("id")
                .withMessageContaining("clear()");
        isThere(ONE);
    }

    @Test
    void aRowThatIsCachedUnderAnotherValueLeavesByTheValueThatItCarriesNow() {
        cache.table.put(ONE.email("new"));

        cache.byEmail.invalidate("new");

        isGone(ONE);
    }
}
