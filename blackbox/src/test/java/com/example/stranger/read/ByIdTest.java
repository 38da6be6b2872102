package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.ids.Enrolment;
import com.example.blackbox.ids.EnrolmentCache;
import com.example.blackbox.ids.EnrolmentId;
import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatCache;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.SeatSnapshot;
import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.blackbox.rules.DocumentSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("By id")
@Tag("F05")
class ByIdTest {
    private final Database database;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private DocumentCache documents;

    ByIdTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        database.delete(Document.class);
        for (long id = 1; id <= 5; id++) {
            database.persist(document(id));
        }
        documents = DocumentCache.builder()
                .configure(
                        o -> o.load(LoadMode.LAZY).ttl(Duration.ofMinutes(10)).staleWhileRevalidate(false))
                .clock(now::get)
                .open(database.factory());
    }

    @AfterEach
    void close() {
        documents.close();
    }

    private static Document document(long id) {
        Document document = new Document();
        document.id = id;
        document.slug = "slug" + id;
        return document;
    }

    /** A write that the cache does not hear of. */
    private void change(long id, String body) {
        documents.detachHooks();
        database.write(em -> em.find(Document.class, id).body = body);
    }

    @Test
    @Tag("F31")
    void manyKeepTheOrderOfTheArgumentsAndLackWhatIsNotThere() {
        documents.getById(4L);

        assertThat(documents.getManyById(List.of(5L, 99L, 4L, 1L, 5L)).keySet()).containsExactly(5L, 4L, 1L);
        assertThat(documents.getManyById(List.of())).isEmpty();
    }

    @Test
    @Tag("F31")
    void ofManyOnlyThoseThatAreNotInMemoryAreRead() {
        documents.getById(4L);
        change(4L, "new");
        change(5L, "new");

        assertThat(documents.getManyById(List.of(4L, 5L)).values())
                .extracting(DocumentSnapshot::body)
                .containsExactly(null, "new");
        assertThat(documents
                        .getManyBySlug(List.of("slug4", "slug3"))
                        .get("slug4")
                        .body())
                .isNull();
    }

    @Test
    @Tag("F33")
    void aDumpHasNoMoreLinesThanItWasAskedFor() {
        documents.getManyById(List.of(1L, 2L, 3L));

        assertThat(documents.dump(2).lines()).hasSize(2).allMatch(line -> line.contains("slug"));
        assertThat(documents.dump(9).lines()).hasSize(3);
    }

    @Test
    @Tag("F47")
    void theIdOfWhatIsInvalidatedByAKeyComesFromMemoryOrElseFromTheDatabase() {
        documents.getById(1L);

        assertThat(database.statements().during(() -> documents.invalidateBySlug("slug1")))
                .isEmpty();
        assertThat(database.statements().during(() -> documents.invalidateBySlug("slug2")))
                .hasSize(1);
    }

    @Test
    void aMissingRowIsEmpty() {
        assertThat(documents.getById(99L)).isEmpty();
        assertThat(documents.getBySlug("nothing")).isEmpty();
        assertThat(documents.refreshById(99L)).isEmpty();
    }

    @Test
    void peekAndIsCachedNeverRead() {
        assertThat(database.statements().during(() -> {
                    assertThat(documents.peekById(1L)).isEmpty();
                    assertThat(documents.isCachedById(1L)).isFalse();
                    assertThat(documents.peekBySlug("slug1")).isEmpty();
                    assertThat(documents.isCachedBySlug("slug1")).isFalse();
                    assertThat(documents.isExpired(1L)).isFalse();
                    assertThat(documents.cached()).isEmpty();
                    assertThat(documents.size()).isZero();
                    assertThat(documents.dump(10)).isEmpty();
                }))
                .isEmpty();
    }

    @Test
    void refreshReadsTheRowAgain() {
        documents.getById(1L);
        change(1L, "new");

        assertThat(documents.getById(1L)).map(DocumentSnapshot::body).isEmpty();
        assertThat(documents.refreshById(1L)).map(DocumentSnapshot::body).contains("new");
        assertThat(documents.getBySlug("slug1")).map(DocumentSnapshot::body).contains("new");
    }

    @Test
    @Tag("F20")
    void aRowOlderThanItsTtlIsExpiredAndReadAgain() {
        documents.getById(1L);
        change(1L, "new");
        now.set(now.get().plus(Duration.ofMinutes(11)));

        assertThat(documents.isExpired(1L)).isTrue();
        assertThat(documents.isCachedById(1L)).isFalse();
        assertThat(documents.peekBySlug("slug1")).isEmpty();
        assertThat(documents.cached()).isEmpty();
        assertThat(documents.dump(10)).isEmpty();
        assertThat(documents.size()).isEqualTo(1);
        assertThat(documents.getById(1L)).map(DocumentSnapshot::body).contains("new");
    }

    @Test
    @Tag("F47")
    void invalidationDropsTheRowUnderIdAndEveryKey() {
        documents.getManyById(List.of(1L, 2L, 3L));

        documents.invalidateById(1L);
        documents.invalidateMany(List.of(2L, 99L));
        documents.invalidateBySlug("slug3");

        assertThat(documents.cached()).isEmpty();
        assertThat(documents.isCachedBySlug("slug1")).isFalse();
        assertThat(documents.isCachedById(3L)).isFalse();
    }

    @Test
    @Tag("F48")
    void clearingAnIndexLeavesTheRows() {
        documents.getById(1L);

        documents.clearSlugIndex();

        assertThat(documents.isCachedBySlug("slug1")).isFalse();
        assertThat(documents.isCachedById(1L)).isTrue();
        documents.clear();
        assertThat(documents.size()).isZero();
    }

    @Test
    @Tag("F30")
    void aNullIsRefusedByName() {
        assertThatThrownBy(() -> documents.getById(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> documents.getBySlug(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("slug");
    }

    @Test
    void anIdThatChangesAfterItWasHandedInChangesNothing() {
        Dice dice = new Dice(7);
        Seat seat = new Seat();
        seat.seatId = new SeatId(dice.unique(), 1);
        database.persist(seat);
        String hall = seat.seatId.getHall();
        try (SeatCache seats =
                SeatCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            SeatId asked = new SeatId(hall, 1);
            SeatSnapshot read = seats.getById(asked).orElseThrow();
            List<SeatId> many = new ArrayList<>(List.of(new SeatId(hall, 1)));
            var found = seats.getManyById(many);

            asked.setPlace(99);
            many.get(0).setPlace(99);
            read.seatId().setPlace(99);

            assertThat(seats.getById(new SeatId(hall, 1))).contains(read);
            assertThat(read.seatId()).isEqualTo(new SeatId(hall, 1));
            assertThat(found).containsKey(new SeatId(hall, 1));
            assertThat(seats.isCachedById(new SeatId(hall, 99))).isFalse();
        }
    }

    @Test
    void anIdClassThatChangesAfterItWasHandedInChangesNothing() {
        Enrolment row = new Enrolment();
        row.studentId = new Dice(System.identityHashCode(database)).number();
        row.course = "maths";
        database.persist(row);
        try (EnrolmentCache enrolments =
                EnrolmentCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            EnrolmentId asked = new EnrolmentId(row.studentId, "maths");
            assertThat(enrolments.getById(asked)).isPresent();

            asked.setCourse("music");

            assertThat(enrolments.isCachedById(new EnrolmentId(row.studentId, "maths")))
                    .isTrue();
            assertThat(enrolments.isCachedById(asked)).isFalse();
            database.write(em -> em.remove(em.find(Enrolment.class, new EnrolmentId(row.studentId, "maths"))));
        }
    }
}
