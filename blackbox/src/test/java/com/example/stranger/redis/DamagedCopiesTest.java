package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CopyFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What is no copy is a miss and an event, and the reader gets the row")
@Tag("F62")
class DamagedCopiesTest extends RedisTest {
    private Node a;

    /** Ways to put something else where the copy of row 1 was. */
    enum Damage {
        EMPTY(test -> test.stored.put(1, new byte[0])),
        ANYTHING(test -> test.stored.put(1, "anything".repeat(30).getBytes(StandardCharsets.UTF_8))),
        TRUNCATED(test -> test.stored.put(1, Arrays.copyOf(test.good(), test.good().length - 1))),
        CUT_IN_THE_HEAD(test -> test.stored.put(1, Arrays.copyOf(test.good(), 50))),
        ONE_BIT(test -> {
            // Another letter of the body: it is still a row.
            byte[] copy = test.good();
            copy[new String(copy, StandardCharsets.ISO_8859_1).indexOf("one")] ^= 1;
            test.stored.put(1, copy);
        }),
        NO_ROW(test -> test.stored.put(1, test.forged("[[["))),
        HOSTILE_LENGTHS(test -> test.stored.put(1, test.forged("\1" + "\177".repeat(20_000)))),
        OTHER_VERSION_OF_THE_FORM(
                test -> test.stored.put(1, test.forged("\7" + test.row().substring(1)))),
        GOES_ON(test -> test.stored.put(1, test.forged(test.row() + "x"))),
        NO_JSON(CopyFormat.JSON, test -> test.stored.put(1, test.forged("[[["))),
        HOSTILE_JSON(CopyFormat.JSON, test -> test.stored.put(1, test.forged("{\"id\":" + "[".repeat(20_000)))),
        HUGE_NUMBER(CopyFormat.JSON, test -> test.stored.put(1, test.forged("{\"id\":1e999999999}"))),
        OTHER_JSON(
                CopyFormat.JSON,
                test -> test.stored.put(1, test.forged("{\"rm\":\"-rf\",\"@class\":\"java.net.URL\"}"))),
        ANOTHER_ROW(test -> test.stored.put(1, test.stored.copy(2))),
        A_LIST(test -> {
            test.redis.del(test.stored.name("v:1"));
            test.redis.rpush(test.stored.name("v:1"), "a", "b");
        });

        private final CopyFormat format;
        private final Consumer<DamagedCopiesTest> damage;

        Damage(Consumer<DamagedCopiesTest> damage) {
            this(CopyFormat.BINARY, damage);
        }

        Damage(CopyFormat format, Consumer<DamagedCopiesTest> damage) {
            this.format = format;
            this.damage = damage;
        }
    }

    @BeforeEach
    void rows() {
        persist(subscriber(1, "one"), subscriber(2, "two"));
    }

    private void fill() {
        fill(CopyFormat.BINARY);
    }

    private void fill(CopyFormat format) {
        a = node("a", format);
        a.subscribers().getManyById(List.of(1L, 2L));
        stored.await(1, 2);
    }

    private Node node(String site, CopyFormat format) {
        return node(site, options(server.url()).copyFormat(format).build());
    }

    private byte[] good() {
        return stored.copy(1);
    }

    /** The row in the copy. */
    private String row() {
        byte[] copy = good();
        return new String(Arrays.copyOfRange(copy, start(copy), copy.length), StandardCharsets.ISO_8859_1);
    }

    /** Where the row in a copy begins. */
    private static int start(byte[] copy) {
        return 49 + Integer.parseInt(new String(copy, 45, 4, StandardCharsets.US_ASCII)) + 24;
    }

    /** A copy whose checksum is right. */
    private byte[] forged(String row) {
        byte[] copy = good();
        byte[] bytes = row.getBytes(StandardCharsets.ISO_8859_1);
        int start = start(copy);
        byte[] forged = Arrays.copyOf(copy, start + bytes.length);
        System.arraycopy(bytes, 0, forged, start, bytes.length);
        CRC32C checksum = new CRC32C();
        checksum.update(forged, 0, start - 8);
        checksum.update(forged, start, bytes.length);
        byte[] sum = HexFormat.of().toHexDigits((int) checksum.getValue()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, forged, start - 8, 8);
        return forged;
    }

    @ParameterizedTest
    @EnumSource
    void byId(Damage damage) {
        fill(damage.format);
        Node b = node("b", damage.format);
        damage.damage.accept(this);

        assertThat(b.body(1)).isEqualTo("one");
        assertThat(b.subscribers().getManyById(List.of(1L, 2L))).hasSize(2);

        toldOnce(b, damage);
        assertThat(b.loads()).as("row 1").isOne();
        soon(() -> assertThat(stored.text(1)).as("the next fill repairs it").contains("one"));
        b.agrees();
    }

    @ParameterizedTest
    @EnumSource
    void byAKey(Damage damage) {
        fill(damage.format);
        Node b = node("b", damage.format);
        damage.damage.accept(this);

        assertThat(b.bodyByEmail("mail1")).isEqualTo("one");
        assertThat(b.subscribers().getManyByEmail(List.of("mail1", "mail2"))).hasSize(2);

        toldOnce(b, damage);
        b.agrees();
    }

    @Test
    @Tag("H13")
    void aLinkThatLeadsToAnotherRow() {
        fill();
        stored.delete("v:1");
        redis.keys(stored.name("k:email:*").replace("{", "\\{").replace("}", "\\}"))
                .forEach(link -> redis.set(link, "2"));
        Node b = node("b");

        assertThat(b.bodyByEmail("mail1")).isEqualTo("one");
        assertThat(b.bodyByEmail("mail2")).isEqualTo("two");
        b.agrees();
    }

    @Test
    void aLinkThatLeadsNowhereOrIsNoText() {
        fill();
        for (String link : redis.keys(stored.name("k:*").replace("{", "\\{").replace("}", "\\}"))) {
            redis.del(link);
            redis.hset(link, "1", "1");
        }
        Node b = node("b");

        assertThat(b.bodyByEmail("mail1")).isEqualTo("one");
        assertThat(b.subscribers().getByTenantAndLogin(1L, "login2")).isPresent();
        b.agrees();
    }

    /** Where the copy of a row without an id would be. */
    @Test
    void somethingWhereALinkThatIsNotThereWouldLead() {
        fill();
        redis.set(stored.name("v:"), stored.text(1));
        Node b = node("b");

        assertThat(b.subscribers().getByEmail("nobody")).isEmpty();
        assertThat(b.bodyByEmail("mail1")).isEqualTo("one");
        assertThat(b.loads()).as("row 1 is found in Redis").isOne();
        assertThat(b.heard().of(RedisDisconnected.class)).isEmpty();
        b.agrees();
    }

    @Test
    void theModelsOwnHashAndItsFencesOverwritten() {
        fill();
        Node b = node("b");
        for (String name : List.of("m", "f")) {
            redis.del(stored.name(name));
            redis.set(stored.name(name), "nonsense");
        }

        assertThat(b.body(1)).isEqualTo("one");
        a.change(1, "new");

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(() -> b.agrees());
    }

    /** Some are numbers to Lua, and none to us. */
    @ParameterizedTest
    @CsvSource({"seq, 1e0", "floor, 1e0", "floor, 99999999999999999999"})
    @Tag("H21")
    void aNumberInTheModelsOwnHashThatIsNone(String field, String number) {
        fill();
        Node b = node("b");
        redis.hset(stored.name("m"), field, number);

        assertThat(b.body(1)).isEqualTo("one");

        soon(() -> assertThat(redis.hget(stored.name("m"), field)).matches("0\\d{15}"));
        awaitConnected(b, 2);
        assertThat(b.body(2)).isEqualTo("two");
        a.change(1, "new");
        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(b::agrees);
    }

    @Test
    @Tag("F64")
    void aMessageThatIsNoneOfOurs() {
        fill();
        Node b = node("b");
        b.body(1);
        redis.publish(stored.name("changes"), "nonsense");
        redis.publish(stored.name("changes"), "");

        a.change(1, "new");

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        assertThat(b.heard().of(Failed.class))
                .isNotEmpty()
                .allMatch(event -> event.model().equals("Subscriber"));
        b.agrees();
    }

    @Test
    void copiesOfAnotherModel() {
        fill();
        persist(new Branch(1L, "Bremen"));
        BranchCache branches = a.caches().get(BranchCache.class);
        branches.getById(1L);
        Stored branch = new Stored(redis, "Branch");
        branch.await(1);
        stored.put(1, branch.copy(1));
        Node b = node("b");

        assertThat(b.body(1)).isEqualTo("one");
        b.agrees();
    }

    /** A list there is a miss without a word: Redis is not asked for it. */
    private static void toldOnce(Node node, Damage damage) {
        if (damage == Damage.A_LIST) {
            assertThat(node.heard().of(Failed.class)).isEmpty();
            return;
        }
        assertThat(node.heard().await(Failed.class, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.model()).isEqualTo("Subscriber"));
    }
}
