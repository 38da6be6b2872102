package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Loaders;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("A sync that does not reach the end of the table")
@Tag("F41")
class FailingSyncTest extends FreshTest {
    private final Heard heard = new Heard();

    FailingSyncTest(Database database) {
        super(database);
    }

    private void fails(SubscriberCache subscribers, String why) {
        assertThatExceptionOfType(CacheLoadException.class)
                .isThrownBy(() -> subscribers.sync(SyncMode.FULL))
                .withMessageContainingAll("Subscriber.sync", why);
        assertThat(heard.await(Failed.class, 1)).singleElement().satisfies(failed -> {
            assertThat(failed.operation()).isEqualTo("sync");
            assertThat(failed.error()).hasMessageContaining(why);
        });
        assertThat(subscribers.isReady()).isTrue();
        assertThat(subscribers.stats().syncs()).isEqualTo(1);
        assertThat(subscribers.stats().syncing()).isFalse();
    }

    @Test
    void takesNoRowForGoneOfThoseItHasNotReached() {
        persist(subscriber(1, "old"));
        // More than are put in by the thread that reads them, so that much has happened when it fails.
        for (int rows = 1; rows < 2_048; rows *= 2) {
            jdbc("insert into Subscriber (id, email, tenant, login, tier, body, version) select id + " + rows
                    + ", 'mail' || (id + " + rows + "), 1, 'login' || (id + " + rows
                    + "), tier, body, 0 from Subscriber");
        }
        SubscriberCache subscribers = subscribers(LoadMode.FULL);
        subscribers.on(Failed.class, heard);
        jdbc("delete from Subscriber where id in (1, 1500)");
        unit.loads().breakAfterRows(1_800);

        fails(subscribers, "the connection broke");

        assertThat(subscribers.size()).isEqualTo(2_048);
        assertThat(subscribers.listAll()).hasSize(2_048);
        assertThat(subscribers.peekById(1L)).isPresent();
        assertThat(subscribers.peekByEmail("mail1500")).isPresent();
        subscribers.sync(SyncMode.FULL);
        assertThat(subscribers.size()).isEqualTo(2_046);
        assertThat(subscribers.peekById(1L)).isEmpty();
    }

    @Test
    @Tag("F28")
    @Tag("H23")
    void thatHangsIsGivenUpAndKeepsNothingOfWhatComesLater() throws InterruptedException {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Loaders loaders = new Loaders();
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.FULL).loadTimeout(Duration.ofSeconds(1)))
                .executor(loaders));
        subscribers.on(Failed.class, heard);
        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");
        jdbc("delete from Subscriber where id = 2");
        Gate hung = unit.loads().holdNextAnswer();

        fails(subscribers, "loadTimeout");
        hung.awaitArrival();
        hung.open();
        loaders.awaitEnd();

        assertThat(subscribers.cached())
                .extracting(SubscriberSnapshot::body)
                .as("as it was")
                .containsExactly("old", "old");
    }
}
