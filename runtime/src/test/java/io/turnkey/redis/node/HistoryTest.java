package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.redis.model.Position;
import io.turnkey.redis.node.History.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("H9")
class HistoryTest {
    private final History history = new History();

    @BeforeEach
    void begin() {
        history.begin(at(10));
    }

    @Test
    void the_next_number_leaves_nothing_out_and_an_old_one_is_known() {
        assertThat(history.heard(at(11))).isEqualTo(Verdict.NEXT);
        assertThat(history.heard(at(11))).isEqualTo(Verdict.DUPLICATE);
        assertThat(history.heard(at(3))).isEqualTo(Verdict.DUPLICATE);
        assertThat(history.known()).isEqualTo(at(11));
    }

    @Test
    void a_hole_is_open_until_it_is_filled_or_repaired() {
        assertThat(history.heard(at(13))).isEqualTo(Verdict.AHEAD);
        assertThat(history.known()).isEqualTo(at(10));
        assertThat(history.hasHole()).isTrue();
        assertThat(history.heard(at(11))).isEqualTo(Verdict.NEXT);
        assertThat(history.known()).isEqualTo(at(11));
        history.repaired(12);
        assertThat(history.known()).as("13 was heard").isEqualTo(at(13));
        assertThat(history.hasHole()).isFalse();
    }

    @Test
    void another_epoch_says_nothing_about_numbers() {
        assertThat(history.heard(new Position("other", 11))).isEqualTo(Verdict.FOREIGN);
        assertThat(history.misses(new Position("other", 99))).isFalse();
        assertThat(history.misses(at(11))).isTrue();
        assertThat(new History().heard(at(1))).isEqualTo(Verdict.FOREIGN);
    }

    @Test
    void in_any_order_and_with_any_number_twice_everything_is_known_in_the_end() {
        for (int seed = 0; seed < 100; seed++) {
            begin();
            List<Long> numbers =
                    new ArrayList<>(LongStream.rangeClosed(11, 30).boxed().toList());
            numbers.addAll(numbers.subList(0, 10));
            Collections.shuffle(numbers, new Random(seed));
            numbers.forEach(number -> history.heard(at(number)));
            assertThat(history.known()).isEqualTo(at(30));
            assertThat(history.hasHole()).isFalse();
        }
    }

    @Test
    void what_is_heard_before_an_older_answer_arrives_stays_known() {
        history.begin(at(10));
        history.heard(at(99));
        history.heard(at(11));

        history.begin(at(10));

        assertThat(history.known()).isEqualTo(at(11));
        assertThat(history.hasHole()).isFalse();
        history.begin(new Position("other", 3));
        assertThat(history.known()).isEqualTo(new Position("other", 3));
    }

    private static Position at(long number) {
        return new Position("epoch", number);
    }
}
