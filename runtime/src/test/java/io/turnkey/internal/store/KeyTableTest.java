package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTableTest extends OpenTableTest {
    @Override
    <K> KeyTable<K, Held> table() {
        return new KeyTable<>();
    }

    @Test
    void textsWithTheHashOfAFreePlace() {
        KeyTable<String, Held> table = table();
        assertThat("").hasSize("".hashCode());
        put(table, "", 1);
        put(table, "\0", 2);

        assertThat(numberOf(table, "")).isEqualTo(1);
        assertThat(numberOf(table, "\0")).isEqualTo(2);
        assertThat(table.get("\0\0")).isNull();
    }
}
