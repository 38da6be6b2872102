package io.turnkey.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BasicsTest {
    @Test
    @Tag("P1")
    void basic_usage_finds_one_copy_by_every_key_and_sees_its_own_write() throws Exception {
        assertThat(Output.of(BasicUsage::main))
                .containsExactly(
                        "Found Ada Lovelace, ACTIVE; by three keys, loads: 1",
                        "Blocked: 0",
                        "By her old e-mail: Optional.empty",
                        "By her new e-mail: Optional[BLOCKED]",
                        "Blocked: 1",
                        "The copy from before: ACTIVE",
                        "Hits 2, misses 3");
    }

    @Test
    @Tag("F72")
    void several_models_are_joined_by_ids_and_found_by_name() throws Exception {
        assertThat(Output.of(SeveralModels::main))
                .satisfiesExactly(
                        line -> assertThat(line).matches("Ada Lovelace has 3 orders of [1-9]\\d* products"),
                        line -> assertThat(line)
                                .isEqualTo("Models: [Country, Currency, Customer, Order, OrderLine, Product, Zone]"),
                        line -> assertThat(line).contains("Customer=1, Order=3, OrderLine=", "Product=200"),
                        line -> assertThat(line).isEqualTo("By name: true"));
    }

    @Test
    @Tag("F24")
    @Tag("F27")
    @Tag("F32")
    void read_through_loads_once_for_all_callers() throws Exception {
        assertThat(Output.of(ReadThrough::main))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Twice the same row: loads so far 1"),
                        line -> assertThat(line).isEqualTo("Twice a key without a row: loads so far 2"),
                        line -> assertThat(line).isEqualTo("In memory: false, peek: Optional.empty"),
                        line -> assertThat(line).isEqualTo("A look: loads so far 2"),
                        line -> assertThat(line).isEqualTo("Twenty callers at once: loads so far 3"),
                        line -> assertThat(line).isEqualTo("Without reading through: Optional.empty"),
                        line -> assertThat(line).isEqualTo("A miss: loads so far 0"));
    }

    @Test
    @Tag("F31")
    void bulk_reads_what_is_missing_by_one_statement() throws Exception {
        assertThat(Output.of(Bulk::main))
                .containsExactly(
                        "100 of 101 products, statements: 1",
                        "100 products, statements: 1, in memory: 150",
                        "100 by their numbers, statements: 0",
                        "[AUDIO, TRAVEL], statements: 1",
                        "Still in memory of those: 0");
    }
}
