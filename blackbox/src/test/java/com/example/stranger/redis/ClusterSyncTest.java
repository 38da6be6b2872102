package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("Every write on one node reaches the others")
@Tag("F64")
@Tag("P4")
class ClusterSyncTest extends RedisTest {
    ClusterSyncTest(Database database) {
        super(database);
    }

    /** What an application says when it knows of a change that the cache cannot know of. */
    enum Word {
        INVALIDATE_BY_ID(subscribers -> subscribers.invalidateById(1L)),
        INVALIDATE_MANY(subscribers -> subscribers.invalidateMany(List.of(1L, 99L))),
        INVALIDATE_BY_KEY(subscribers -> subscribers.invalidateByEmail("mail1")),
        INVALIDATE_BY_KEYS(subscribers -> subscribers.invalidateByTenantAndLogin(1L, "login1")),
        CLEAR(SubscriberCache::clear);

        private final Consumer<SubscriberCache> word;

        Word(Consumer<SubscriberCache> word) {
            this.word = word;
        }
    }

    /** Everything that a node can remember, right and absent. */
    private Node warm(String site, LoadMode load) {
        Node node = node(
                site,
                options(server.url()).build(),
                group -> group.configure(SubscriberCache.class, o -> o.load(load)));
        remember(node.subscribers());
        return node;
    }

    private static void remember(SubscriberCache subscribers) {
        subscribers.getManyById(List.of(1L, 2L, 3L, 4L));
        subscribers.getManyByEmail(List.of("mail1", "mail3", "mail4", "moved", "third"));
        subscribers.getByTenantAndLogin(1L, "login3");
        subscribers.getByTenantAndLogin(1L, "moved");
        subscribers.listByTier("free");
        subscribers.listByTier("gold");
        subscribers.listAll();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H15")
    @Tag("H16")
    @Tag("H13")
    @Tag("H20")
    @Tag("H24")
    void aWrite(Write way) {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        Node a = warm("a", LoadMode.LAZY);
        Node b = warm("b", LoadMode.LAZY);
        Node c = warm("c", LoadMode.FULL);

        way.on(a);

        a.agrees();
        soon(b::agrees);
        soon(c::agrees);
        gone(b.subscribers());
        gone(c.subscribers());
    }

    /** Keys that no row has any more. */
    private void gone(SubscriberCache subscribers) {
        List<String> emails = List.of("mail1", "mail2", "mail3", "mail4", "between", "first", "second");
        List<String> taken = site("c")
                .factory()
                .callInTransaction(em -> em.createQuery("select email from Subscriber", String.class)
                        .getResultList());
        for (String email : emails) {
            assertThat(subscribers.getByEmail(email).isPresent()).as(email).isEqualTo(taken.contains(email));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F47")
    void aWord(Word word) {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        Node a = warm("a", LoadMode.LAZY);
        Node b = warm("b", LoadMode.LAZY);
        Node c = warm("c", LoadMode.FULL);
        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");
        assertThat(b.body(1)).isEqualTo("old");

        word.word.accept(a.subscribers());

        assertThat(a.body(1)).isEqualTo("new");
        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(() -> assertThat(c.body(1)).isEqualTo("new"));
        soon(b::agrees);
        soon(c::agrees);
    }

    @Test
    @Tag("P2")
    void aRollbackReachesNobody() {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        Node a = warm("a", LoadMode.LAZY);
        Node b = warm("b", LoadMode.LAZY);
        stored.await(1, 2);
        long before = stored.sequence();

        assertThatThrownBy(() -> a.write(em -> {
                    em.find(Subscriber.class, 1L).body = "new";
                    em.persist(subscriber(3, "three"));
                    em.flush();
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        a.change(2, "barrier");

        soon(() -> assertThat(b.body(2)).isEqualTo("barrier"));
        assertThat(b.subscribers().isCachedById(1L)).isTrue();
        assertThat(stored.sequence()).isEqualTo(before + 1);
        b.agrees();
    }

    @Test
    @Tag("H6")
    @Tag("P2")
    void aStatementThatIsTakenBackShowsNobodyAnything() {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        Node a = warm("a", LoadMode.LAZY);
        Node b = warm("b", LoadMode.LAZY);

        assertThatThrownBy(() -> a.write(em -> {
                    em.createQuery("update Subscriber set body = 'new' where id = 1")
                            .executeUpdate();
                    assertThat(a.body(1)).isEqualTo("old");
                    assertThat(b.body(1)).isEqualTo("old");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        a.change(2, "barrier");

        soon(() -> assertThat(b.body(2)).isEqualTo("barrier"));
        a.agrees();
        b.agrees();
    }

    @Test
    @Tag("H6")
    void aCommitThatThrewAfterTheDatabaseHadDoneIt() {
        persist(subscriber(1, "old"), subscriber(2, "other"));
        Node a = warm("a", LoadMode.LAZY);
        Node b = warm("b", LoadMode.LAZY);
        a.site().writes().failNextCommitted();

        assertThatThrownBy(() -> a.change(1, "new"));

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        b.agrees();
    }
}
