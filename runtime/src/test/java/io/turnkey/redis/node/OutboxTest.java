package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.redis.node.QueuedFill.Presence;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Stamp STAMP = new Stamp("epoch", 1);

    private final Outbox outbox = new Outbox(2_000, 3);

    @Test
    void writes_that_wait_are_told_together() {
        outbox.publish(new SharedChange(Set.of("1"), Map.of("email", Set.of("a"))));
        outbox.publish(new SharedChange(Set.of("2"), Map.of("email", Set.of("b"), "login", Set.of("c"))));

        assertThat(outbox.nextChange())
                .isEqualTo(new SharedChange(Set.of("1", "2"), Map.of("email", Set.of("a", "b"), "login", Set.of("c"))));
        outbox.acknowledged();
        assertThat(outbox.nextChange()).isNull();
    }

    @Test
    @Tag("H10")
    void a_look_under_way_does_not_believe_what_was_told_meanwhile_and_later_ones_do() {
        Look early = outbox.begin();
        outbox.publish(SharedChange.of(Set.of("1")));
        assertThat(outbox.isReadable("1", early)).isFalse();
        outbox.nextChange();
        outbox.acknowledged();
        outbox.forget(List.of("2"));
        outbox.nextOutdated(10);
        outbox.dropped();

        assertThat(List.of("1", "2", "3"))
                .filteredOn(id -> outbox.isReadable(id, early))
                .containsExactly("3");
        Look later = outbox.begin();
        assertThat(List.of("1", "2", "3")).allMatch(id -> outbox.isReadable(id, later));
        outbox.end(early);
        outbox.end(later);
    }

    @Test
    @Tag("H22")
    void a_look_under_way_believes_nothing_after_a_new_epoch_was_begun_instead_of_what_overflowed() {
        Look look = outbox.begin();
        for (int i = 0; i <= 2_000; i++) {
            outbox.publish(SharedChange.of(Set.of("" + i)));
        }
        Look during = outbox.begin();
        assertThat(outbox.beginRenewal()).isTrue();
        outbox.renewed();

        assertThat(outbox.isReadable("x", look)).isFalse();
        assertThat(outbox.isReadable("x", during)).isFalse();
        assertThat(outbox.isReadable("x", outbox.begin())).isTrue();
    }

    @Test
    void where_keys_are_not_known_of_one_they_are_not_known_of_all() {
        outbox.publish(new SharedChange(Set.of("1"), Map.of("email", Set.of("a"))));
        outbox.publish(SharedChange.of(Set.of("2")));

        assertThat(outbox.nextChange()).isEqualTo(SharedChange.of(Set.of("1", "2")));
    }

    @Test
    void a_large_transaction_is_told_in_parts_and_nothing_of_it_is_lost() {
        Set<String> ids = IntStream.range(0, 1_500).mapToObj(String::valueOf).collect(Collectors.toSet());
        outbox.publish(new SharedChange(ids, Map.of("email", Set.of("a"))));

        Set<String> told = new HashSet<>();
        List<Map<String, Set<String>>> hashes = new ArrayList<>();
        for (SharedChange part = outbox.nextChange(); part != null; part = outbox.nextChange()) {
            assertThat(part.ids()).hasSizeLessThanOrEqualTo(500);
            told.addAll(part.ids());
            hashes.add(part.keyHashes());
            outbox.acknowledged();
        }

        assertThat(told).isEqualTo(ids);
        assertThat(hashes).startsWith(Map.of("email", Set.of("a"))).hasSizeGreaterThan(1);
        assertThat(hashes.subList(1, hashes.size()))
                .as("no value is concerned, which a missing key would not say")
                .containsOnly(Map.of("email", Set.of()));
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    @Tag("H10")
    void a_row_is_pending_until_its_write_is_acknowledged_also_if_that_takes_two_attempts() {
        outbox.publish(SharedChange.of(Set.of("1")));
        assertThat(outbox.isReadable("1")).isFalse();
        assertThat(outbox.isReadable("2")).isTrue();
        outbox.nextChange();
        assertThat(outbox.isReadable("1")).isFalse();
        outbox.failed();
        assertThat(outbox.isReadable("1")).isFalse();
        assertThat(outbox.nextChange()).isEqualTo(SharedChange.of(Set.of("1")));
        outbox.publish(SharedChange.of(Set.of("1")));
        outbox.acknowledged();
        assertThat(outbox.isReadable("1")).as("it was written again").isFalse();
        outbox.nextChange();
        outbox.acknowledged();
        assertThat(outbox.isReadable("1")).isTrue();
    }

    @Test
    @Tag("F61")
    void of_a_row_the_last_offer_counts_none_after_a_write_and_no_more_than_the_bound() {
        outbox.offer(STAMP, List.of(row("1"), row("2"), row("3")), Presence.LACKED);
        outbox.offer(STAMP, List.of(row("4"), row("3")), Presence.LACKED);
        outbox.publish(SharedChange.of(Set.of("2")));
        outbox.offer(STAMP, List.of(row("2")), Presence.LACKED);

        assertThat(outbox.nextFills(10))
                .extracting(QueuedFill::fill)
                .extracting(Fill::id)
                .containsExactly("1", "3");
        outbox.sent();
        assertThat(outbox.nextFills(10)).isEmpty();
    }

    @Test
    @Tag("H22")
    void more_than_is_remembered_becomes_everything_until_a_new_epoch_has_begun() {
        IntStream.rangeClosed(0, 2_000).forEach(i -> outbox.publish(SharedChange.of(Set.of("" + i))));

        assertThat(outbox.isReadable("never written")).isFalse();
        assertThat(outbox.nextChange()).isNull();
        assertThat(outbox.beginRenewal()).isTrue();
        outbox.publish(SharedChange.of(Set.of("5")));
        outbox.failed();
        assertThat(outbox.beginRenewal()).as("once more, since it failed").isTrue();
        outbox.publish(SharedChange.of(Set.of("6")));
        assertThat(outbox.isReadable("never written")).isFalse();
        outbox.renewed();
        assertThat(outbox.isReadable("never written")).isTrue();
        assertThat(outbox.isReadable("6"))
                .as("written while the epoch was made: before or after?")
                .isFalse();
        assertThat(outbox.nextChange()).isEqualTo(SharedChange.of(Set.of("6")));
    }

    private static Fill row(String id) {
        return new Fill(id, null, null, Map::of, () -> new byte[0]);
    }
}
