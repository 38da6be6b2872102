package io.turnkey.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"85, 85 ns", "12_300, 12.3 us", "31_400_000, 31.4 ms", "2_700_000_000, 2.7 s"})
    void writes_times_in_the_unit_that_fits(String nanos, String text) {
        assertThat(Numbers.time(Double.parseDouble(nanos.replace("_", "")))).isEqualTo(text);
    }
}
