package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    @Test
    @Tag("F43")
    @Tag("F83")
    void manual_refresh_finds_what_others_wrote_each_in_its_way() throws Exception {
        assertThat(Output.of(ManualRefresh::main))
                .containsExactly(
                        "Nobody told the cache: Euro",
                        "refreshById: Guilder",
                        "refresh: Euro",
                        "refresh(FULL): XTS is Test, CHF is none",
                        "audit: 1 differs, then Mark",
                        "audit again: clean true; syncs 3, divergences 1");
    }

    @Test
    @Tag("F47")
    @Tag("F48")
    void selective_invalidation_drops_what_it_names() throws Exception {
        assertThat(Output.of(SelectiveInvalidation::main))
                .containsExactly(
                        "invalidateById(2): Ada true, 2 false, Ada by e-mail true, rows 26, lists 0",
                        "invalidateByEmail(ada): Ada false, 2 true, Ada by e-mail false, rows 26, lists 0",
                        "invalidateByStatus(DORMANT): Ada true, 2 false, Ada by e-mail true, rows 2, lists 0",
                        "clearEmailIndex(): Ada true, 2 true, Ada by e-mail false, rows 27, lists 2",
                        "clear(): Ada false, 2 false, Ada by e-mail false, rows 0, lists 0",
                        "Products are still there: 200",
                        "invalidate(\"email\", ada): Ada false, 2 true, Ada by e-mail false, rows 26, lists 0");
    }

    @Test
    @Tag("F21")
    @Tag("F29")
    void a_huge_table_stays_within_its_bounds_and_keeps_hot_rows() throws Exception {
        assertThat(Output.of(LazyHugeTable::main))
                .containsExactly(
                        "At start: 0 rows, 0 loads",
                        "After all 5000: 500 rows, 4500 evicted",
                        "Hot ones still there: 100",
                        "listAll: Customer.listAll found more than maxListSize = 100 rows: ask for fewer, or raise maxListSize if a list that long is wanted",
                        "After a refresh: 500 rows");
    }

    @Test
    void warm_rows_cost_the_first_visitors_no_statement() throws Exception {
        assertThat(Output.of(WarmUp::main))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Customer=0, Order=0", "Product=200"),
                        line -> assertThat(line).isEqualTo("Warm: 50 customers, 50 lists of orders, by 3 statements"),
                        line -> assertThat(line).isEqualTo("The first visitors: 50 hits of 50, statements 0"));
    }

    @Test
    @Tag("F49")
    void preloading_fills_absent_rows_without_a_statement_and_the_refresh_puts_them_right() throws Exception {
        assertThat(Output.of(Preloading::main))
                .containsExactly(
                        "Loaded 249 of 249, statements: 0",
                        "By another key: Netherlands",
                        "Statements: 0",
                        "Again: loaded 0, present 249",
                        "Currency of NL, which the supplier left out: EUR");
    }
}
