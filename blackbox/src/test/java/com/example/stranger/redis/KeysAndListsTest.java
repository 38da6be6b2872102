package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A row's keys change on one node, and the other finds it")
@Tag("F64")
class KeysAndListsTest extends RedisTest {
    private Node a;
    private Node b;
    private SubscriberCache there;

    private void open(LoadMode load) {
        persist(subscriber(1, "one"), subscriber(2, "two"));
        a = node("a");
        b = node(
                "b", options(server.url()).build(), group -> group.configure(SubscriberCache.class, o -> o.load(load)));
        there = b.subscribers();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H13")
    void theOldValueAnswersNothingAndTheNewOneTheRow(LoadMode load) {
        open(load);
        assertThat(b.bodyByEmail("mail1")).isEqualTo("one");

        a.change(1, row -> row.email = "moved");

        soon(() -> assertThat(there.getByEmail("mail1")).isEmpty());
        assertThat(a.subscribers().getByEmail("mail1")).isEmpty();
        assertThat(b.bodyByEmail("moved")).isEqualTo("one");
        assertThat(there.getManyByEmail(List.of("mail1", "moved"))).containsOnlyKeys("moved");
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H13")
    @Tag("H20")
    void alsoWhereTheRowIsInNobodysMemory(LoadMode load) {
        open(load);
        assertThat(there.getByEmail("moved")).isEmpty();
        a.bodyByEmail("mail1");
        stored.await(1);
        a.close();
        Node c = node("c");

        c.change(1, row -> row.email = "moved");

        soon(() -> assertThat(b.bodyByEmail("moved")).isEqualTo("one"));
        assertThat(there.getByEmail("mail1")).isEmpty();
        assertThat(c.subscribers().getByEmail("mail1"))
                .as("Redis had a link to it")
                .isEmpty();
        assertThat(c.bodyByEmail("moved")).isEqualTo("one");
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H14")
    void twoRowsSwapTheirKeys(LoadMode load) {
        open(load);
        there.getManyByEmail(List.of("mail1", "mail2"));

        Write.SWAP.on(a);

        soon(() -> assertThat(b.bodyByEmail("mail1")).isEqualTo("two"));
        assertThat(b.bodyByEmail("mail2")).isEqualTo("one");
        b.agrees();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H20")
    void aRowThatWasRememberedAsAbsentIsFoundWhicheverWayItIsAskedFor(LoadMode load) {
        open(load);
        for (int i = 0; i < 2; i++) {
            assertThat(there.getById(3L)).isEmpty();
            assertThat(there.getByEmail("mail3")).isEmpty();
            assertThat(there.getByTenantAndLogin(1L, "login3")).isEmpty();
        }

        a.persist(subscriber(3, "three"));

        soon(() -> assertThat(b.body(3)).isEqualTo("three"));
        assertThat(b.bodyByEmail("mail3")).isEqualTo("three");
        assertThat(there.getByTenantAndLogin(1L, "login3")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H24")
    void listsThatARowMovesBetween(LoadMode load) {
        open(load);
        assertThat(there.listByTier("free")).hasSize(2);
        assertThat(there.listByTier("gold")).isEmpty();

        a.change(1, row -> row.tier = "gold");
        soon(() -> assertThat(there.listByTier("gold"))
                .extracting(SubscriberSnapshot::id)
                .containsExactly(1L));
        assertThat(there.listByTier("free")).extracting(SubscriberSnapshot::id).containsExactly(2L);

        a.write(em -> em.remove(em.find(Subscriber.class, 1L)));
        soon(() -> assertThat(there.listByTier("gold")).isEmpty());

        a.persist(subscriber(3, "three"));
        soon(() -> assertThat(there.listByTier("free"))
                .extracting(SubscriberSnapshot::id)
                .containsExactlyInAnyOrder(2L, 3L));
        assertThat(there.listAll()).hasSize(2);
    }
}
