package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.Call;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.ImportReport;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("What changes while an import is under way")
@Tag("F49")
class ImportVersusChangeTest extends Imports {
    ImportVersusChangeTest(Database database) {
        super(database);
    }

    /** Ways to make row 1 of the file wrong while the file is read. */
    enum Meanwhile {
        INVALIDATED(1, (test, subscribers) -> subscribers.invalidateById(1L)),
        // It may be any row that carried the key once.
        INVALIDATED_BY_KEY(ROWS, (test, subscribers) -> subscribers.invalidateByEmail("mail1")),
        INVALIDATED_BY_KEYS(ROWS, (test, subscribers) -> subscribers.invalidateByTenantAndLogin(1L, "login1")),
        UPDATED(1, (test, subscribers) -> test.change(1, s -> s.body = "new")),
        MOVED(1, (test, subscribers) -> test.change(1, s -> s.email = "moved")),
        DELETED(1, (test, subscribers) -> test.write(em -> em.remove(em.find(Subscriber.class, 1L)))),
        STATELESS(
                1,
                (test, subscribers) -> test.stateless(session -> {
                    Subscriber row = session.get(Subscriber.class, 1L);
                    row.body = "new";
                    session.update(row);
                })),
        REPLACED(1, (test, subscribers) -> {
            test.write(em -> em.remove(em.find(Subscriber.class, 1L)));
            test.persist(new Subscriber(99L, "mail1", "login1", "free", "other"));
        });

        private final int rejected;
        private final BiConsumer<ImportVersusChangeTest, SubscriberCache> change;

        Meanwhile(int rejected, BiConsumer<ImportVersusChangeTest, SubscriberCache> change) {
            this.rejected = rejected;
            this.change = change;
        }

        void happen(ImportVersusChangeTest test, SubscriberCache subscribers) {
            change.accept(test, subscribers);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P1")
    void notWhatChangesMeanwhile(Meanwhile meanwhile) {
        for (HeldInput.At at : HeldInput.At.values()) {
            reset();
            rows();
            HeldInput file = new HeldInput(export(), at);
            SubscriberCache subscribers = lazy();
            Call<ImportReport> reading = Call.to(() -> subscribers.readJson(file));
            file.gate().awaitArrival();

            meanwhile.happen(this, subscribers);
            file.gate().open();

            assertThat(reading.result())
                    .as("%s", at)
                    .isEqualTo(report(ROWS - meanwhile.rejected, 0, 0, meanwhile.rejected));
            assertThat(subscribers.isCachedById(1L)).isFalse();
            assertThat(subscribers.isCachedByEmail("mail1")).isFalse();
            agrees(subscribers);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P1")
    @Tag("F45")
    void nothingIfEverythingChangesMeanwhile(HeldInput.At at) {
        HeldInput file = new HeldInput(export(), at);
        SubscriberCache subscribers = lazy();
        Call<ImportReport> reading = Call.to(() -> subscribers.readJson(file));
        file.gate().awaitArrival();

        write(em -> em.createQuery("update Subscriber set body = 'new'").executeUpdate());
        file.gate().open();

        assertThat(reading.result()).isEqualTo(report(0, 0, 0, ROWS));
        agrees(subscribers);
    }

    @Test
    void whatIsReadFromTheDatabaseMeanwhileStays() {
        HeldInput file = new HeldInput(export(), HeldInput.At.ALL_BUT_THE_LAST_BYTE);
        SubscriberCache subscribers = lazy();
        Call<ImportReport> reading = Call.to(() -> subscribers.readJson(file));
        file.gate().awaitArrival();

        SubscriberSnapshot read = subscribers.getByEmail("mail1").orElseThrow();
        assertThat(subscribers.getById(2L)).as("nobody waits for the file").isPresent();
        file.gate().open();

        assertThat(reading.result()).isEqualTo(report(ROWS - 2, 0, 2, 0));
        assertThat(subscribers.getById(1L).orElseThrow()).isSameAs(read);
    }

    @Test
    @Tag("F36")
    void whoIsBypassedMeanwhileKeepsNothing() {
        HeldInput file = new HeldInput(export(), HeldInput.At.ALL_BUT_THE_LAST_BYTE);
        SubscriberCache subscribers = lazy();
        Call<ImportReport> reading = Call.to(() -> subscribers.readJson(file));
        file.gate().awaitArrival();

        subscribers.bypass(true);
        subscribers.bypass(false);
        file.gate().open();

        assertThat(reading.result()).isEqualTo(report(0, 0, 0, ROWS));
        agrees(subscribers);
    }

    @Test
    @Tag("F50")
    void aClosedCacheSaysSo() {
        String json = export();
        SubscriberCache subscribers = lazy();
        HeldInput file = new HeldInput(json, HeldInput.At.ALL_BUT_THE_LAST_BYTE);
        Call<ImportReport> reading = Call.to(() -> subscribers.readJson(file));
        file.gate().awaitArrival();

        subscribers.close();
        file.gate().open();

        assertThatIllegalStateException().isThrownBy(reading::result).withMessageContaining("Subscriber is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> subscribers.loadFromJson(json))
                .withMessageContaining("Subscriber is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> subscribers.loadFromJson("no JSON"))
                .withMessageContaining("Subscriber is closed");
        assertThatIllegalStateException().isThrownBy(() -> subscribers.toJson(true));
        assertThatIllegalStateException().isThrownBy(() -> subscribers.preload(List::of));
        assertThat(subscribers.stats().size()).isZero();
    }
}
