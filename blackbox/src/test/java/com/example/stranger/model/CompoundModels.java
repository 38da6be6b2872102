package com.example.stranger.model;

import com.example.blackbox.collections.Album;
import com.example.blackbox.collections.AlbumCache;
import com.example.blackbox.collections.AlbumSnapshot;
import com.example.blackbox.collections.Credit;
import com.example.blackbox.collections.Track;
import com.example.blackbox.embedded.Address;
import com.example.blackbox.embedded.Contact;
import com.example.blackbox.embedded.ContactCache;
import com.example.blackbox.embedded.ContactSnapshot;
import com.example.blackbox.embedded.Geo;
import com.example.blackbox.embedded.Period;
import com.example.blackbox.keys.Membership;
import com.example.blackbox.keys.MembershipCache;
import com.example.blackbox.keys.MembershipSnapshot;
import com.example.blackbox.keys.Place;
import com.example.stranger.support.Dice;
import java.util.Date;
import java.util.List;

/** Embeddables, composite keys and collections. */
final class CompoundModels {
    private CompoundModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(contact(), membership(), album());
    }

    private static Model<?, ?, ?, ?> contact() {
        return Model.of(
                        Contact.class,
                        ContactCache.class,
                        ContactCache::builder,
                        ContactSnapshot::of,
                        ContactSnapshot::id)
                .rows(ContactSnapshot::find, ContactSnapshot::reference, CompoundModels::contactRow)
                .listed(new Listed<>(
                        "homeCityAndHomeStreet",
                        row -> row.home() == null
                                        || row.home().city() == null
                                        || row.home().street() == null
                                ? null
                                : new ContactCache.HomeCityAndHomeStreet(
                                        row.home().city(), row.home().street()),
                        (cache, key) -> cache.listByHomeCityAndHomeStreet(key.homeCity(), key.homeStreet()),
                        ContactCache::listManyByHomeCityAndHomeStreet,
                        (cache, key) -> cache.isCachedByHomeCityAndHomeStreet(key.homeCity(), key.homeStreet()),
                        (cache, key) -> cache.invalidateByHomeCityAndHomeStreet(key.homeCity(), key.homeStreet()),
                        ContactCache::clearHomeCityAndHomeStreetIndex))
                .listed(new Listed<>(
                        "position",
                        row -> row.home() == null
                                        || row.home().geo() == null
                                        || row.home().geo().latitude() == null
                                        || row.home().geo().longitude() == null
                                ? null
                                : new ContactCache.Position(
                                        row.home().geo().latitude(),
                                        row.home().geo().longitude()),
                        (cache, key) -> cache.listByPosition(key.homeGeoLatitude(), key.homeGeoLongitude()),
                        ContactCache::listManyByPosition,
                        (cache, key) -> cache.isCachedByPosition(key.homeGeoLatitude(), key.homeGeoLongitude()),
                        (cache, key) -> cache.invalidateByPosition(key.homeGeoLatitude(), key.homeGeoLongitude()),
                        ContactCache::clearPositionIndex));
    }

    private static Contact contactRow(Dice dice) {
        Contact row = new Contact();
        row.id = dice.number();
        row.home = dice.maybe(() -> address(dice));
        row.work = dice.maybe(() -> address(dice));
        row.period =
                dice.maybe(() -> new Period(dice.maybe(dice::date), dice.maybe(dice::date), dice.maybe(dice::text)));
        return row;
    }

    private static Address address(Dice dice) {
        return new Address(
                dice.maybe(() -> dice.oneOf("High Street", "Mill Lane")),
                dice.maybe(() -> dice.oneOf("York", "Bath")),
                dice.maybe(() -> new Geo(dice.maybe(dice::fraction), dice.maybe(dice::fraction))));
    }

    private static Model<?, ?, ?, ?> membership() {
        return Model.of(
                        Membership.class,
                        MembershipCache.class,
                        MembershipCache::builder,
                        MembershipSnapshot::of,
                        MembershipSnapshot::id)
                .rows(MembershipSnapshot::find, MembershipSnapshot::reference, CompoundModels::membershipRow)
                .unique(new Unique<>(
                        "key",
                        MembershipSnapshot::key,
                        MembershipCache::getByKey,
                        MembershipCache::getManyByKey,
                        MembershipCache::peekByKey,
                        MembershipCache::isCachedByKey,
                        MembershipCache::invalidateByKey,
                        MembershipCache::clearKeyIndex))
                .listed(new Listed<>(
                        "many",
                        MembershipSnapshot::many,
                        MembershipCache::listByMany,
                        MembershipCache::listManyByMany,
                        MembershipCache::isCachedByMany,
                        MembershipCache::invalidateByMany,
                        MembershipCache::clearManyIndex))
                .unique(new Unique<>(
                        "tenantIdAndLogin",
                        row -> row.login() == null
                                ? null
                                : new MembershipCache.TenantIdAndLogin(row.tenantId(), row.login()),
                        (cache, key) -> cache.getByTenantIdAndLogin(key.tenantId(), key.login()),
                        MembershipCache::getManyByTenantIdAndLogin,
                        (cache, key) -> cache.peekByTenantIdAndLogin(key.tenantId(), key.login()),
                        (cache, key) -> cache.isCachedByTenantIdAndLogin(key.tenantId(), key.login()),
                        (cache, key) -> cache.invalidateByTenantIdAndLogin(key.tenantId(), key.login()),
                        MembershipCache::clearTenantIdAndLoginIndex))
                .unique(new Unique<>(
                        "address",
                        row -> row.place() == null
                                        || row.place().zip() == null
                                        || row.place().street() == null
                                ? null
                                : new MembershipCache.Address(
                                        row.place().zip(), row.place().street(), row.tenantId()),
                        (cache, key) -> cache.getByAddress(key.placeZip(), key.placeStreet(), key.tenantId()),
                        MembershipCache::getManyByAddress,
                        (cache, key) -> cache.peekByAddress(key.placeZip(), key.placeStreet(), key.tenantId()),
                        (cache, key) -> cache.isCachedByAddress(key.placeZip(), key.placeStreet(), key.tenantId()),
                        (cache, key) -> cache.invalidateByAddress(key.placeZip(), key.placeStreet(), key.tenantId()),
                        MembershipCache::clearAddressIndex))
                .listed(new Listed<>(
                        "tenantIdAndLevel",
                        row -> row.level() == null
                                ? null
                                : new MembershipCache.TenantIdAndLevel(row.tenantId(), row.level()),
                        (cache, key) -> cache.listByTenantIdAndLevel(key.tenantId(), key.level()),
                        MembershipCache::listManyByTenantIdAndLevel,
                        (cache, key) -> cache.isCachedByTenantIdAndLevel(key.tenantId(), key.level()),
                        (cache, key) -> cache.invalidateByTenantIdAndLevel(key.tenantId(), key.level()),
                        MembershipCache::clearTenantIdAndLevelIndex));
    }

    private static Membership membershipRow(Dice dice) {
        Membership row = new Membership();
        row.id = dice.number();
        row.tenantId = dice.below(3);
        row.login = dice.maybe(dice::unique);
        row.level = dice.maybe(() -> dice.oneOf(Membership.Level.values()));
        row.place = dice.maybe(() -> new Place(dice.maybe(dice::unique), dice.maybe(dice::text)));
        row.key = dice.maybe(dice::unique);
        row.many = dice.maybe(() -> dice.below(3));
        return row;
    }

    private static Model<?, ?, ?, ?> album() {
        return Model.of(Album.class, AlbumCache.class, AlbumCache::builder, AlbumSnapshot::of, AlbumSnapshot::id)
                .rows(AlbumSnapshot::find, AlbumSnapshot::reference, CompoundModels::albumRow)
                .unique(new Unique<>(
                        "title",
                        AlbumSnapshot::title,
                        AlbumCache::getByTitle,
                        AlbumCache::getManyByTitle,
                        AlbumCache::peekByTitle,
                        AlbumCache::isCachedByTitle,
                        AlbumCache::invalidateByTitle,
                        AlbumCache::clearTitleIndex))
                .statements(13, 13);
    }

    private static Album albumRow(Dice dice) {
        Album row = new Album();
        row.id = dice.number();
        row.title = dice.maybe(dice::unique);
        for (int i = dice.below(4); i > 0; i--) {
            row.bag.add(dice.text());
            row.words.add(dice.text());
            row.ordered.add(dice.text());
            row.sorted.add(dice.integer());
            row.tracks.add(new Track(dice.maybe(dice::unique), dice.below(3)));
            row.credits.add(new Credit(dice.unique(), dice.text()));
            row.genres.add(dice.oneOf(Album.Genre.values()));
            row.titles.put(dice.unique(), dice.text());
            row.best.put(dice.oneOf(Album.Genre.values()), new Track(dice.text(), dice.integer()));
            row.crew.add(new Credit(dice.text(), dice.text()));
            row.ratings.put(new Credit(dice.unique(), dice.text()), dice.integer());
            row.released.add(Date.from(dice.instant()));
        }
        return row;
    }
}
