package com.example.stranger.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.rules.Draft;
import com.example.blackbox.rules.DraftCache;
import com.example.blackbox.rules.DraftSnapshot;
import com.example.blackbox.rules.Shop;
import com.example.blackbox.rules.ShopCache;
import com.example.blackbox.rules.ShopSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("What JPA does not find, the cache does not find")
@Tag("F06")
@Tag("F30")
class RestrictedRowsTest {
    private final Database database;

    RestrictedRowsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void rows() {
        database.delete(Draft.class);
        database.execute("delete from Shop");
    }

    @Test
    void aSoftlyDeletedRow() {
        Draft kept = draft(database.ordinal() * 10L + 1);
        Draft deleted = draft(database.ordinal() * 10L + 2);
        database.persist(kept, deleted);
        try (DraftCache drafts = DraftCache.open(database.factory())) {
            assertThat(drafts.listByAuthor("Ann")).hasSize(2);

            database.write(em -> em.remove(em.find(Draft.class, deleted.id)));
            drafts.invalidateById(deleted.id);

            assertThat(drafts.getById(deleted.id)).isEmpty();
            assertThat(drafts.getManyById(List.of(kept.id, deleted.id))).containsOnlyKeys(kept.id);
            assertThat(drafts.listByAuthor("Ann")).extracting(DraftSnapshot::id).containsExactly(kept.id);
            assertThat(drafts.listAll()).hasSize(1);
        }
        database.execute("delete from Draft");
    }

    @Test
    void aRowOutsideTheRestriction() {
        database.persist(shop(1, "open", false), shop(2, "closed", true));
        try (ShopCache shops = ShopCache.open(database.factory())) {
            assertThat(shops.getBySign("open")).isPresent();
            assertThat(shops.getBySign("closed")).isEmpty();
            assertThat(shops.getById(2L)).isEmpty();
            assertThat(shops.getManyById(List.of(1L, 2L))).containsOnlyKeys(1L);
            assertThat(shops.listAll()).extracting(ShopSnapshot::sign).containsExactly("open");

            database.execute("update Shop set closed = true");
            shops.invalidateBySign("open");
            assertThat(shops.getById(1L)).isEmpty();
        }
    }

    private static Draft draft(long id) {
        Draft draft = new Draft();
        draft.id = id;
        draft.author = "Ann";
        return draft;
    }

    private static Shop shop(long id, String sign, boolean closed) {
        Shop shop = new Shop();
        shop.id = id;
        shop.sign = sign;
        shop.closed = closed;
        return shop;
    }
}
