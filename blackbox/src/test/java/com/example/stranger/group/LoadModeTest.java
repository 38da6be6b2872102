package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("How much of a table is loaded, and whether anything is kept")
class LoadModeTest {
    private final Database database;

    LoadModeTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void rows() {
        database.delete(Document.class);
        for (long id = 1; id <= 5; id++) {
            Document document = new Document();
            document.id = id;
            document.slug = "slug" + id;
            database.persist(document);
        }
    }

    private DocumentCache open(Consumer<CacheOptions.Builder> options) {
        return DocumentCache.builder().configure(options).open(database.factory());
    }

    @Test
    @Tag("F29")
    void fullKeepsTheWholeTable() {
        try (DocumentCache documents = open(o -> o.load(LoadMode.FULL).maxSize(5))) {
            assertThat(documents.size()).isEqualTo(5);
            assertThat(database.statements().during(() -> {
                        assertThat(documents.getBySlug("slug3")).isPresent();
                        assertThat(documents.listAll()).hasSize(5);
                    }))
                    .isEmpty();
        }
    }

    @Test
    @Tag("F29")
    void fullRefusesATableThatIsTooLong() {
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> open(o -> o.load(LoadMode.FULL).maxSize(4)))
                .withStackTraceContaining("maxSize");
    }

    @Test
    @Tag("F29")
    void lazyLoadsNothing() {
        assertThat(database.statements()
                        .during(() -> open(o -> o.load(LoadMode.LAZY)).close()))
                .isEmpty();
    }

    @Test
    @Tag("F29")
    void autoReadsNoMoreThanItMayKeepAndBecomesLazyIfTheTableIsLonger() {
        assertThat(database.statements().during(() -> open(o -> o.maxSize(4)).close()))
                .singleElement()
                .asString()
                .contains("fetch first");
        try (DocumentCache documents = open(o -> o.maxSize(4))) {
            assertThat(documents.isReady()).isTrue();
            assertThat(documents.size()).isLessThanOrEqualTo(4);
            assertThat(documents.getManyById(List.of(1L, 2L, 3L, 4L, 5L))).hasSize(5);
            assertThat(documents.listAll()).hasSize(5);
        }
    }

    @Test
    @Tag("F24")
    void withoutReadThroughWhatWasNeverLoadedIsEmpty() {
        try (DocumentCache documents = open(o -> o.load(LoadMode.LAZY).readThrough(false))) {
            assertThat(documents.getById(1L)).isEmpty();
            assertThat(documents.getBySlug("slug1")).isEmpty();
        }
        try (DocumentCache documents = open(o -> o.readThrough(false))) {
            assertThat(documents.getById(1L)).isPresent();
            documents.invalidateById(1L);
            assertThat(documents.getById(1L))
                    .as("what was invalidated is loaded again")
                    .isPresent();
        }
    }

    @Test
    @Tag("F27")
    void aRememberedAbsenceCostsNothingUntilItIsInvalidated() {
        try (DocumentCache documents = open(o -> o.load(LoadMode.LAZY).negativeTtl(java.time.Duration.ofMinutes(1)))) {
            assertThat(documents.getBySlug("new")).isEmpty();
            assertThat(database.statements()
                            .during(() -> assertThat(documents.getBySlug("new")).isEmpty()))
                    .isEmpty();
            assertThat(documents.stats().negativeHits()).isEqualTo(1);
            Document document = new Document();
            document.id = 6L;
            document.slug = "new";
            database.persist(document);

            documents.invalidateBySlug("new");

            assertThat(documents.getBySlug("new")).isPresent();
        }
    }

    @Test
    @Tag("F36")
    void bypassReadsThroughAndKeepsNothing() {
        try (DocumentCache documents = open(o -> o.load(LoadMode.LAZY))) {
            documents.getById(1L);

            documents.bypass(true);
            for (int i = 0; i < 2; i++) {
                assertThat(database.statements().during(() -> {
                            assertThat(documents.getById(1L)).isPresent();
                            assertThat(documents.getBySlug("slug2")).isPresent();
                            assertThat(documents.getManyById(List.of(1L, 2L))).hasSize(2);
                        }))
                        .hasSize(3);
            }
            assertThat(documents.size()).isZero();

            documents.bypass(false);
            assertThat(documents.getById(1L)).isPresent();
            assertThat(documents.size()).isEqualTo(1);
        }
        try (DocumentCache documents = open(o -> o.enabled(false))) {
            assertThat(documents.getById(1L)).isPresent();
            assertThat(documents.listAll()).hasSize(5);
            assertThat(documents.size()).isZero();

            documents.bypass(false);
            assertThat(documents.getById(1L)).isPresent();
            assertThat(documents.size()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F36")
    void invalidationsAndWritesAreToldOfDuringABypassToo() {
        Heard heard = new Heard();
        DocumentCache documents = open(o -> o.load(LoadMode.LAZY).enabled(false));
        documents.on(CacheEvent.OfRow.class, heard);

        documents.invalidateById(1L);
        documents.invalidateBySlug("slug2");
        database.write(em -> em.find(Document.class, 3L).body = "new");
        documents.close();

        assertThat(heard.all())
                .extracting(Object::getClass)
                .containsExactly(
                        CacheEvent.ItemInvalidated.class,
                        CacheEvent.ItemInvalidated.class,
                        CacheEvent.ItemUpdated.class);
        assertThat(heard.of(CacheEvent.OfRow.class))
                .extracting(CacheEvent.OfRow::id)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    @Tag("F21")
    void neverMoreThanMaxSizeRows() {
        try (DocumentCache documents = open(o -> o.load(LoadMode.LAZY).maxSize(3))) {
            documents.getManyById(List.of(1L, 2L, 3L, 4L, 5L));
            documents.listAll();

            assertThat(documents.size()).isLessThanOrEqualTo(3);
            assertThat(documents.stats().evictions()).isPositive();
        }
    }
}
