package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reads and closes at once leaves to the next process what was read. */
@Tag("F50")
@Tag("F66")
class OffersComeFirstTest extends SecondLevelTest {
    static Stream<Arguments> reads() {
        return Stream.of(
                read("a row", cache -> cache.id(1)),
                read("rows", cache -> cache.byEmail.getMany(List.of(Row.email(1), Row.email(2)))),
                read("a list", cache -> cache.byStatus.list(Status.ACTIVE)),
                read("every row", cache -> cache.engine.listAll()),
                read("a refresh", cache -> cache.engine.refresh(1L)));
    }

    private static Arguments read(String name, Consumer<Harness> read) {
        return Arguments.of(name, read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void whatIsReadIsOfferedBeforeAnybodyHasTheAnswer(String name, Consumer<Harness> read) {
        Harness cache = cache();
        cache.table.put(Row.of(1), Row.of(2));
        List<Integer> unanswered = new ArrayList<>();
        second.beforeOffer = () -> unanswered.add(cache.engine.parts().flights());

        read.accept(cache);

        assertThat(unanswered).hasSize(1).allMatch(flights -> flights > 0);
    }
}
