package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.Bookmark;
import com.example.blackbox.BookmarkCache;
import com.example.blackbox.GeneratedTestCaches;
import com.example.blackbox.Opaque;
import com.example.blackbox.OpaqueCache;
import com.example.blackbox.OpaqueSnapshot;
import com.example.stranger.support.Unit;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.ImportReport;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A model that has no JSON form says so, and which attribute is to blame")
@Tag("F49")
class NoFormTest {
    private static void refuses(EntityCache<?, ?> cache, String... why) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> cache.writeJson(out, true))
                .withMessageContainingAll(why);
        assertThat(out.size()).isZero();
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> cache.toJson(false))
                .withMessageContainingAll(why);
        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(() -> cache.loadFromJson("{}"))
                .withMessageContainingAll(why);
    }

    @Test
    void andEverythingElseWorks() {
        try (Unit unit = new Unit(Opaque.class, Bookmark.class)) {
            Opaque opaque = new Opaque(1L, new Opaque.Sealed(7));
            unit.write(em -> {
                em.persist(opaque);
                em.persist(new Bookmark(1L));
            });
            try (CacheGroup caches = GeneratedTestCaches.all().open(unit.factory())) {
                OpaqueCache opaques = caches.get(OpaqueCache.class);
                refuses(
                        opaques,
                        "Opaque has no JSON form",
                        Opaque.class.getName() + ".sealed",
                        Opaque.Sealed.class.getTypeName(),
                        "@CacheIgnore");
                refuses(
                        caches.get(BookmarkCache.class),
                        "Bookmark has no JSON form",
                        Bookmark.class.getName() + ".pages",
                        "java.net.URL");

                assertThat(opaques.getById(1L)).contains(OpaqueSnapshot.of(opaque));
                opaques.clear();
                assertThat(opaques.preload(() -> List.of(OpaqueSnapshot.of(opaque))))
                        .as("rows need no form to be preloaded")
                        .isEqualTo(new ImportReport("Opaque", 1, 0, 0, 0));
            }
        }
    }
}
