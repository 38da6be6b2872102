package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnkey.CacheOptions;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F20")
class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "90s, PT1M30S",
        "5m, PT5M",
        "1h, PT1H",
        "2d, PT48H",
        "0s, PT0S",
        "' 5m ', PT5M",
        "PT1H30M, PT1H30M",
        "P1D, PT24H",
        "PT0.25S, PT0.25S"
    })
    void durationsAreReadInShortAndInIsoForm(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "m",
                "5 m",
                "5M",
                "1.5h",
                "-5s",
                "PT-5S",
                "5min",
                "1h30m",
                "none",
                "99999999999999999999s",
                "9223372036854775807d"
            })
    void whatIsNoDurationIsRefusedWithTheFormThatIsExpected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationText.parse(text))
                .withMessageStartingWith("'" + text + "' is not a duration like \"500ms\", \"90s\"");
    }

    @Test
    void noneStandsForWhatTheOptionMeansByIt() {
        assertThat(DurationText.parse("none", CacheOptions.FOREVER)).isEqualTo(CacheOptions.FOREVER);
        assertThat(DurationText.parse("none", Duration.ZERO)).isZero();
        assertThat(DurationText.parse("1h", Duration.ZERO)).isEqualTo(Duration.ofHours(1));
    }
}
