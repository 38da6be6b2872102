package io.turnkey.example.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aligns_names_to_the_left_and_numbers_to_the_right() {
        Table table = new Table("model", "rows").row("Country", "249").row("Zone", "50,000");
        assertThat(table.lines())
                .containsExactly("model      rows", "---------------", "Country     249", "Zone     50,000");
    }

    @Test
    void refuses_a_row_that_does_not_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("model", "rows").row("Country"))
                .withMessageContaining("2 columns");
    }
}
