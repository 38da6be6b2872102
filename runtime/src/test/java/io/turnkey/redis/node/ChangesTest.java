package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.SharedChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes are told in parts, since a script holds up everybody. */
class ChangesTest {
    private static final int AT_ONCE = 500;
    private static final List<String> KEYS = List.of("email", "login", "status");

    private final Changes waiting = new Changes();
    private final List<SharedChange> parts = new ArrayList<>();

    /** Tells everything; each part fails as often as {@code failures} says. */
    private void tell(Random failures) {
        while (!waiting.isEmpty()) {
            Changes part = waiting.take();
            if (failures.nextInt(4) == 0) {
                waiting.addFirst(part);
            } else {
                parts.add(part.change());
            }
        }
    }

    @RepeatedTest(50)
    @Tag("P6")
    void of_whatever_was_written_the_parts_are_the_whole_and_none_is_large(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Set<String> ids = new HashSet<>();
        Map<String, Set<String>> hashes = new HashMap<>();
        for (int change = random.nextInt(5); change >= 0; change--) {
            Set<String> changed = some(random);
            Map<String, Set<String>> under = KEYS.stream().collect(Collectors.toMap(key -> key, key -> some(random)));
            waiting.add(new SharedChange(changed, under));
            ids.addAll(changed);
            under.forEach((key, values) ->
                    hashes.computeIfAbsent(key, name -> new HashSet<>()).addAll(values));
        }

        tell(random);

        assertThat(waiting.size()).isZero();
        assertThat(parts).allSatisfy(part -> {
            assertThat(names(part)).isLessThanOrEqualTo(AT_ONCE);
            assertThat(part.keyHashes())
                    .as("of a key that is missing, any value")
                    .containsOnlyKeys(KEYS);
        });
        Set<String> toldIds = new HashSet<>();
        Map<String, Set<String>> told = new HashMap<>();
        for (SharedChange part : parts) {
            assertThat(toldIds.isEmpty() || hashesOf(part) == 0)
                    .as("no row before the last hash")
                    .isTrue();
            toldIds.addAll(Objects.requireNonNull(part.ids()));
            Objects.requireNonNull(part.keyHashes())
                    .forEach((key, values) ->
                            told.computeIfAbsent(key, name -> new HashSet<>()).addAll(values));
        }
        assertThat(toldIds).isEqualTo(ids);
        assertThat(told).isEqualTo(hashes);
    }

    /** Mostly few, sometimes many. */
    private static Set<String> some(Random random) {
        int bound = random.nextInt(3) == 0 ? 2_000 : 3;
        return IntStream.range(0, random.nextInt(bound))
                .mapToObj(i -> "" + random.nextInt(10_000))
                .collect(Collectors.toSet());
    }

    private static int names(SharedChange part) {
        return Objects.requireNonNull(part.ids()).size() + hashesOf(part);
    }

    private static int hashesOf(SharedChange part) {
        return Objects.requireNonNull(part.keyHashes()).values().stream()
                .mapToInt(Set::size)
                .sum();
    }

    @Test
    void where_the_keys_are_not_known_each_part_says_so() {
        waiting.add(SharedChange.of(
                IntStream.range(0, 1_200).mapToObj(String::valueOf).collect(Collectors.toSet())));
        tell(new Random(1));

        assertThat(parts).hasSize(3).allMatch(part -> part.keyHashes() == null);
    }

    @Test
    void a_write_of_no_known_row_under_no_known_key_is_told_once() {
        waiting.add(SharedChange.of(Set.of()));
        tell(new Random(1));

        assertThat(parts).containsExactly(SharedChange.of(Set.of()));
    }

    @Test
    void what_is_written_while_hashes_wait_is_told_too_and_everything_ends_it() {
        Set<String> many = IntStream.range(0, 700).mapToObj(String::valueOf).collect(Collectors.toSet());
        waiting.add(new SharedChange(Set.of("1"), Map.of("email", many)));
        Changes first = waiting.take();
        assertThat(first.concerns("1")).isFalse();
        assertThat(waiting.concerns("1")).as("it has to be told yet").isTrue();
        waiting.add(SharedChange.everything());
        waiting.addFirst(first);
        tell(new Random(1));

        assertThat(parts).containsExactly(SharedChange.everything());
    }
}
