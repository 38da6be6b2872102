package com.example.stranger.model;

import com.example.blackbox.rules.Citizen;
import com.example.blackbox.rules.CitizenCache;
import com.example.blackbox.rules.CitizenSnapshot;
import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.blackbox.rules.DocumentSnapshot;
import com.example.blackbox.rules.Draft;
import com.example.blackbox.rules.DraftCache;
import com.example.blackbox.rules.DraftSnapshot;
import com.example.blackbox.rules.Padded;
import com.example.blackbox.rules.PaddedCache;
import com.example.blackbox.rules.PaddedSnapshot;
import com.example.blackbox.rules.Shop;
import com.example.blackbox.rules.ShopCache;
import com.example.blackbox.rules.ShopSnapshot;
import com.example.stranger.support.Dice;
import java.util.List;

/** Versions, soft deletion, restrictions and views. */
final class RuleModels {
    private RuleModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(document(), draft(), shop(), padded(), citizen());
    }

    private static Model<?, ?, ?, ?> document() {
        return Model.of(
                        Document.class,
                        DocumentCache.class,
                        DocumentCache::builder,
                        DocumentSnapshot::of,
                        DocumentSnapshot::id)
                .rows(DocumentSnapshot::find, DocumentSnapshot::reference, RuleModels::documentRow)
                .unique(new Unique<>(
                        "slug",
                        DocumentSnapshot::slug,
                        DocumentCache::getBySlug,
                        DocumentCache::getManyBySlug,
                        DocumentCache::peekBySlug,
                        DocumentCache::isCachedBySlug,
                        DocumentCache::invalidateBySlug,
                        DocumentCache::clearSlugIndex));
    }

    private static Document documentRow(Dice dice) {
        Document row = new Document();
        row.id = dice.number();
        row.slug = dice.maybe(dice::unique);
        row.body = dice.maybe(dice::text);
        return row;
    }

    private static Model<?, ?, ?, ?> draft() {
        return Model.of(Draft.class, DraftCache.class, DraftCache::builder, DraftSnapshot::of, DraftSnapshot::id)
                .rows(DraftSnapshot::find, DraftSnapshot::reference, RuleModels::draftRow)
                .listed(new Listed<>(
                        "author",
                        DraftSnapshot::author,
                        DraftCache::listByAuthor,
                        DraftCache::listManyByAuthor,
                        DraftCache::isCachedByAuthor,
                        DraftCache::invalidateByAuthor,
                        DraftCache::clearAuthorIndex));
    }

    private static Draft draftRow(Dice dice) {
        Draft row = new Draft();
        row.id = dice.number();
        row.author = dice.maybe(() -> dice.oneOf("Ann", "Bob"));
        return row;
    }

    private static Model<?, ?, ?, ?> shop() {
        return Model.of(Shop.class, ShopCache.class, ShopCache::builder, ShopSnapshot::of, ShopSnapshot::id)
                .rows(ShopSnapshot::find, ShopSnapshot::reference, RuleModels::shopRow)
                .unique(new Unique<>(
                        "sign",
                        ShopSnapshot::sign,
                        ShopCache::getBySign,
                        ShopCache::getManyBySign,
                        ShopCache::peekBySign,
                        ShopCache::isCachedBySign,
                        ShopCache::invalidateBySign,
                        ShopCache::clearSignIndex));
    }

    private static Shop shopRow(Dice dice) {
        Shop row = new Shop();
        row.id = dice.number();
        row.sign = dice.maybe(dice::unique);
        row.closed = dice.flag();
        return row;
    }

    private static Model<?, ?, ?, ?> citizen() {
        return Model.of(
                        Citizen.class,
                        CitizenCache.class,
                        CitizenCache::builder,
                        CitizenSnapshot::of,
                        CitizenSnapshot::id)
                .rows(CitizenSnapshot::find, CitizenSnapshot::reference, RuleModels::citizenRow)
                .unique(new Unique<>(
                        "lastName",
                        CitizenSnapshot::lastName,
                        CitizenCache::getByLastName,
                        CitizenCache::getManyByLastName,
                        CitizenCache::peekByLastName,
                        CitizenCache::isCachedByLastName,
                        CitizenCache::invalidateByLastName,
                        CitizenCache::clearLastNameIndex));
    }

    private static Citizen citizenRow(Dice dice) {
        return new Citizen(dice.number(), dice.maybe(dice::text), dice.maybe(dice::unique), dice.flag());
    }

    private static Model<?, ?, ?, ?> padded() {
        return Model.of(Padded.class, PaddedCache.class, PaddedCache::builder, PaddedSnapshot::of, PaddedSnapshot::id)
                .rows(PaddedSnapshot::find, PaddedSnapshot::reference, RuleModels::paddedRow)
                .unique(new Unique<>(
                        "code",
                        PaddedSnapshot::code,
                        PaddedCache::getByCode,
                        PaddedCache::getManyByCode,
                        PaddedCache::peekByCode,
                        PaddedCache::isCachedByCode,
                        PaddedCache::invalidateByCode,
                        PaddedCache::clearCodeIndex));
    }

    private static Padded paddedRow(Dice dice) {
        Padded row = new Padded();
        row.id = dice.number();
        row.code = dice.maybe(() -> "c" + dice.next());
        return row;
    }
}
