package com.example.stranger.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.blackbox.rules.DocumentSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import io.turnkey.annotation.LoadMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("Eight threads read while rows change")
@Tag("P1")
@Tag("P3")
class ConcurrencyTest {
    private static final int ROWS = 10;
    private static final int UPDATES = 400;

    private final Database database;

    ConcurrencyTest(Database database) {
        this.database = database;
    }

    @Test
    void onceInvalidateHasReturnedNoReadAnswersWithAnOlderVersion() throws Exception {
        database.delete(Document.class);
        for (long id = 0; id < ROWS; id++) {
            Document document = new Document();
            document.id = id;
            document.slug = "slug" + id;
            database.persist(document);
        }
        AtomicLongArray floors = new AtomicLongArray(ROWS);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong reads = new AtomicLong();
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try (DocumentCache documents = DocumentCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).maxSize(6))
                .open(database.factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                Random random = new Random(reader);
                running.add(readers.submit(() -> {
                    while (!done.get()) {
                        check(documents, floors, random.nextInt(ROWS), random.nextInt(5));
                        reads.incrementAndGet();
                    }
                }));
            }
            try {
                Random random = new Random(99);
                for (int i = 0; i < UPDATES; i++) {
                    update(documents, floors, random.nextInt(ROWS), i);
                }
            } finally {
                done.set(true);
            }
            for (Future<?> reader : running) {
                reader.get();
            }
            assertThat(reads).hasPositiveValue();
            assertThat(documents.size()).isLessThanOrEqualTo(6);
            assertThat(documents.stats().hits()).isPositive();
        } finally {
            readers.shutdown();
        }
    }

    private void update(DocumentCache documents, AtomicLongArray floors, int id, int step) {
        long version = database.read(em -> {
            Document document = em.find(Document.class, (long) id);
            document.body = "step" + step;
            em.flush();
            return document.version;
        });
        switch (step % 3) {
            case 0 -> documents.invalidateById((long) id);
            case 1 -> documents.invalidateBySlug("slug" + id);
            default -> documents.invalidateMany(List.of((long) id));
        }
        floors.set(id, version);
    }

    private static void check(DocumentCache documents, AtomicLongArray floors, int id, int way) {
        long floor = floors.get(id);
        Optional<DocumentSnapshot> read = switch (way) {
            case 0 -> documents.getById((long) id);
            case 1 -> documents.getBySlug("slug" + id);
            case 2 ->
                Optional.ofNullable(documents
                        .getManyById(List.of((long) id, (id + 1L) % ROWS))
                        .get((long) id));
            case 3 ->
                Optional.ofNullable(documents
                        .getManyBySlug(List.of("slug" + id, "slug" + (id + 1) % ROWS))
                        .get("slug" + id));
            default ->
                documents.listAll().stream()
                        .filter(document -> document.id() == id)
                        .findAny();
        };
        assertThat(read)
                .get()
                .extracting(DocumentSnapshot::version)
                .satisfies(version -> assertThat(version).isGreaterThanOrEqualTo(floor));
    }
}
