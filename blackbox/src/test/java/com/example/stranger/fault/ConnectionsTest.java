package com.example.stranger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.blackbox.rules.DocumentSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import io.turnkey.CacheLoadException;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("Reads inside a transaction")
@Tag("F35")
@Tag("H29")
class ConnectionsTest {
    private final Database database;

    ConnectionsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void rows() {
        database.delete(Document.class);
        for (long id = 1; id <= 10; id++) {
            database.persist(document(id, "committed"));
        }
    }

    private static Document document(long id, String body) {
        Document document = new Document();
        document.id = id;
        document.slug = "slug" + id;
        document.body = body;
        return document;
    }

    @Test
    void answerWithCommittedStateAndNeverWithOnesOwnRow() {
        try (DocumentCache documents =
                DocumentCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(database.factory())) {
            database.write(em -> {
                em.find(Document.class, 1L).body = "uncommitted";
                em.persist(document(11, "uncommitted"));
                em.flush();

                assertThat(documents.getById(1L)).map(DocumentSnapshot::body).contains("committed");
                assertThat(documents.getBySlug("slug1"))
                        .map(DocumentSnapshot::body)
                        .contains("committed");
                assertThat(documents.getById(11L)).isEmpty();
                assertThat(documents.getBySlug("slug11")).isEmpty();
                assertThat(documents.listAll()).hasSize(10);
            });
            documents.invalidateMany(List.of(1L, 11L));

            assertThat(documents.getById(1L)).map(DocumentSnapshot::body).contains("uncommitted");
            assertThat(documents.getBySlug("slug11")).isPresent();
        }
    }

    @Test
    @Tag("F28")
    void thatHoldEveryConnectionFailWithAWordOnLoadFrom() throws Exception {
        try (Pool pool = new Pool(database.raw(), 10);
                EntityManagerFactory factory = database.factory(pool);
                DocumentCache documents = DocumentCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY).loadTimeout(Duration.ofMillis(300)))
                        .open(factory)) {
            List<Object> answers = tenTransactionsRead(factory, documents);

            assertThat(answers)
                    .hasSize(10)
                    .allSatisfy(answer -> assertThat(answer)
                            .isInstanceOfSatisfying(
                                    CacheLoadException.class, e -> assertThat(e).hasMessageContaining("loadFrom")));
            assertThat(onceTheGivenUpLoadsHaveEnded(() -> documents.getById(1L)))
                    .isPresent();
        }
    }

    @Test
    void areAllAnsweredFromAPoolOfTheirOwn() throws Exception {
        try (Pool pool = new Pool(database.raw(), 10);
                Pool loads = new Pool(database.raw(), 4);
                EntityManagerFactory factory = database.factory(pool);
                DocumentCache documents = DocumentCache.builder()
                        .configure(o -> o.load(LoadMode.LAZY))
                        .loadFrom(loads)
                        .open(factory)) {
            List<Object> answers = tenTransactionsRead(factory, documents);

            assertThat(answers)
                    .hasSize(10)
                    .allSatisfy(answer -> assertThat(answer).isEqualTo("committed"));
            assertThat(loads.free()).isEqualTo(4);
        }
    }

    /** They got their connections when the transactions ended, and need a moment to return. */
    private static <T> T onceTheGivenUpLoadsHaveEnded(Supplier<T> read) {
        while (true) {
            try {
                return read.get();
            } catch (CacheLoadException e) {
                assertThat(e).hasMessageContaining("have not ended yet");
                Thread.onSpinWait();
            }
        }
    }

    /** Each holds its connection until all have their answer. */
    private static List<Object> tenTransactionsRead(EntityManagerFactory factory, DocumentCache documents)
            throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(10);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<Object>> answers = new ArrayList<>();
            for (long id = 1; id <= 10; id++) {
                long own = id;
                Callable<Object> caller = () -> inTransaction(factory, documents, own, barrier);
                answers.add(threads.submit(caller));
            }
            List<Object> result = new ArrayList<>();
            for (Future<Object> answer : answers) {
                result.add(answer.get());
            }
            return result;
        } finally {
            threads.shutdown();
        }
    }

    private static Object inTransaction(
            EntityManagerFactory factory, DocumentCache documents, long id, CyclicBarrier barrier) throws Exception {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            em.createNativeQuery("select 1", Integer.class).getSingleResult();
            barrier.await();
            Object answer;
            try {
                answer = documents.getById(id).orElseThrow().body();
            } catch (CacheLoadException e) {
                answer = e;
            }
            barrier.await();
            em.getTransaction().rollback();
            return answer;
        }
    }
}
