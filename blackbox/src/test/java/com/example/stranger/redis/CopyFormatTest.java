package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CopyFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a copy looks like is a choice, and nodes may choose differently")
@Tag("F60")
class CopyFormatTest extends RedisTest {
    private Node node(String site, CopyFormat format) {
        return node(site, options(server.url()).copyFormat(format).build());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F62")
    void whatOneNodeWritesTheOtherReads(CopyFormat format) {
        persist(subscriber(1, "one \uD83D\uDE00 é"));
        Node a = node("a", format);
        Node b = node("b", format);
        a.body(1);
        stored.await(1);

        assertThat(b.body(1)).isEqualTo("one \uD83D\uDE00 é");
        assertThat(b.loads()).isZero();
        assertThat(b.heard().of(Failed.class)).isEmpty();
        b.agrees();
    }

    @Test
    void aPersonCanReadJson() {
        persist(subscriber(1, "one"));
        node("a", CopyFormat.JSON).body(1);
        stored.await(1);

        assertThat(redis.get(stored.name("v:1"))).matches("(?s).*[0-9a-f]{8}\\{.*\"body\":\"one\".*}");
    }

    @Test
    void bytesAreTheDefault() {
        persist(subscriber(1, "one"));
        node("a").body(1);
        stored.await(1);

        assertThat(stored.text(1)).contains("one").doesNotContain("body");
        assertThat(node("b", CopyFormat.BINARY).body(1)).isEqualTo("one");
    }

    /** A deployment that changes the format, forwards or back. */
    @ParameterizedTest
    @CsvSource({"JSON, BINARY", "BINARY, JSON"})
    @Tag("F62")
    @Tag("H19")
    void theOthersFormatIsAMissToldOfOnceAndTheOthersWritesAreHeard(CopyFormat before, CopyFormat after) {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        Node old = node("a", before);
        old.body(1);
        old.body(2);
        stored.await(1, 2);
        Node next = node("b", after);

        assertThat(next.body(1)).isEqualTo("one");
        assertThat(next.bodyByEmail("mail2")).isEqualTo("two");
        assertThat(next.subscribers().stats().l2Hits()).isZero();
        assertThat(next.heard().await(Failed.class, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.error()).hasMessageContaining("another copyFormat"));

        old.change(1, "by the old one");
        soon(() -> assertThat(next.body(1)).isEqualTo("by the old one"));
        next.change(1, "by the new one");
        soon(() -> assertThat(old.body(1)).isEqualTo("by the new one"));
        old.agrees();
        next.agrees();
        assertThat(next.heard().of(Failed.class)).hasSize(1);
    }

    @Test
    @Tag("F66")
    void onceTheOldNodesAreGoneTheCopiesAreOfTheNewFormat() {
        persist(subscriber(1, "one"));
        Node old = node("a", CopyFormat.JSON);
        old.body(1);
        stored.await(1);
        old.close();
        Node next = node("b");
        next.body(1);
        soon(() -> assertThat(stored.text(1)).contains("one").doesNotContain("body"));

        Node another = node("c");
        assertThat(another.body(1)).isEqualTo("one");
        assertThat(another.loads()).isZero();
    }
}
