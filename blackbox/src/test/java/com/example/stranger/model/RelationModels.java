package com.example.stranger.model;

import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.Shelf;
import com.example.blackbox.ids.ShelfId;
import com.example.blackbox.relations.Account;
import com.example.blackbox.relations.AccountCache;
import com.example.blackbox.relations.AccountDetail;
import com.example.blackbox.relations.AccountDetailCache;
import com.example.blackbox.relations.AccountDetailSnapshot;
import com.example.blackbox.relations.AccountSnapshot;
import com.example.blackbox.relations.Customer;
import com.example.blackbox.relations.CustomerCache;
import com.example.blackbox.relations.CustomerSnapshot;
import com.example.blackbox.relations.Profile;
import com.example.blackbox.relations.ProfileCache;
import com.example.blackbox.relations.ProfileSnapshot;
import com.example.blackbox.relations.Purchase;
import com.example.blackbox.relations.PurchaseCache;
import com.example.blackbox.relations.PurchaseSnapshot;
import com.example.blackbox.relations.Role;
import com.example.blackbox.relations.RoleCache;
import com.example.blackbox.relations.RoleSnapshot;
import com.example.blackbox.relations.Team;
import com.example.blackbox.relations.TeamCache;
import com.example.blackbox.relations.TeamSnapshot;
import com.example.stranger.support.Dice;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Associations. */
final class RelationModels {
    private RelationModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(customer(), purchase(), profile(), account(), accountDetail(), role(), team());
    }

    private static Model<?, ?, ?, ?> customer() {
        return Model.of(
                        Customer.class,
                        CustomerCache.class,
                        CustomerCache::builder,
                        CustomerSnapshot::of,
                        CustomerSnapshot::id)
                .rows(CustomerSnapshot::find, CustomerSnapshot::reference, RelationModels::customerRow)
                .unique(new Unique<>(
                        "email",
                        CustomerSnapshot::email,
                        CustomerCache::getByEmail,
                        CustomerCache::getManyByEmail,
                        CustomerCache::peekByEmail,
                        CustomerCache::isCachedByEmail,
                        CustomerCache::invalidateByEmail,
                        CustomerCache::clearEmailIndex));
    }

    private static Customer customerRow(Dice dice) {
        Customer row = new Customer();
        row.id = dice.number();
        row.email = dice.maybe(dice::unique);
        return row;
    }

    private static Model<?, ?, ?, ?> purchase() {
        return Model.of(
                        Purchase.class,
                        PurchaseCache.class,
                        PurchaseCache::builder,
                        PurchaseSnapshot::of,
                        PurchaseSnapshot::id)
                .rows(PurchaseSnapshot::find, PurchaseSnapshot::reference, (em, dice) -> {
                    Customer customer = customerRow(dice);
                    Seat seat = new Seat();
                    seat.seatId = new SeatId(dice.unique(), 1);
                    Shelf shelf = new Shelf();
                    shelf.id = new ShelfId(dice.unique(), 2);
                    Purchase before = null;
                    em.persist(customer);
                    em.persist(seat);
                    em.persist(shelf);
                    for (int i = 0; i < 12; i++) {
                        Purchase row = new Purchase();
                        row.id = dice.number();
                        row.customer = dice.maybe(() -> customer);
                        row.followUpOf = dice.flag() ? before : null;
                        row.seat = dice.maybe(() -> seat);
                        row.shelf = dice.maybe(() -> shelf);
                        row.state = dice.maybe(() -> dice.oneOf("open", "paid"));
                        em.persist(row);
                        before = row;
                    }
                })
                .listed(new Listed<>(
                        "customerId",
                        PurchaseSnapshot::customerId,
                        PurchaseCache::listByCustomerId,
                        PurchaseCache::listManyByCustomerId,
                        PurchaseCache::isCachedByCustomerId,
                        PurchaseCache::invalidateByCustomerId,
                        PurchaseCache::clearCustomerIdIndex))
                .listed(new Listed<>(
                        "followUpOfId",
                        PurchaseSnapshot::followUpOfId,
                        PurchaseCache::listByFollowUpOfId,
                        PurchaseCache::listManyByFollowUpOfId,
                        PurchaseCache::isCachedByFollowUpOfId,
                        PurchaseCache::invalidateByFollowUpOfId,
                        PurchaseCache::clearFollowUpOfIdIndex))
                .listed(new Listed<>(
                        "customerIdAndState",
                        row -> row.customerId() == null || row.state() == null
                                ? null
                                : new PurchaseCache.CustomerIdAndState(row.customerId(), row.state()),
                        (cache, key) -> cache.listByCustomerIdAndState(key.customerId(), key.state()),
                        PurchaseCache::listManyByCustomerIdAndState,
                        (cache, key) -> cache.isCachedByCustomerIdAndState(key.customerId(), key.state()),
                        (cache, key) -> cache.invalidateByCustomerIdAndState(key.customerId(), key.state()),
                        PurchaseCache::clearCustomerIdAndStateIndex));
    }

    private static Model<?, ?, ?, ?> profile() {
        return Model.of(
                        Profile.class,
                        ProfileCache.class,
                        ProfileCache::builder,
                        ProfileSnapshot::of,
                        ProfileSnapshot::id)
                .rows(ProfileSnapshot::find, ProfileSnapshot::reference, RelationModels::profileRow);
    }

    private static Profile profileRow(Dice dice) {
        Profile row = new Profile();
        row.id = dice.uuid();
        row.motto = dice.maybe(dice::text);
        return row;
    }

    private static Model<?, ?, ?, ?> account() {
        return Model.of(
                        Account.class,
                        AccountCache.class,
                        AccountCache::builder,
                        AccountSnapshot::of,
                        AccountSnapshot::id)
                .rows(AccountSnapshot::find, AccountSnapshot::reference, (em, dice) -> {
                    for (int i = 0; i < 12; i++) {
                        em.persist(accountRow(em, dice));
                    }
                })
                .unique(new Unique<>(
                        "profileId",
                        AccountSnapshot::profileId,
                        AccountCache::getByProfileId,
                        AccountCache::getManyByProfileId,
                        AccountCache::peekByProfileId,
                        AccountCache::isCachedByProfileId,
                        AccountCache::invalidateByProfileId,
                        AccountCache::clearProfileIdIndex));
    }

    private static Account accountRow(EntityManager em, Dice dice) {
        Account row = new Account();
        row.id = dice.number();
        row.iban = dice.maybe(dice::text);
        row.profile = dice.maybe(() -> profileRow(dice));
        if (row.profile != null) {
            em.persist(row.profile);
        }
        return row;
    }

    private static Model<?, ?, ?, ?> accountDetail() {
        return Model.of(
                        AccountDetail.class,
                        AccountDetailCache.class,
                        AccountDetailCache::builder,
                        AccountDetailSnapshot::of,
                        AccountDetailSnapshot::id)
                .rows(AccountDetailSnapshot::find, AccountDetailSnapshot::reference, (em, dice) -> {
                    for (int i = 0; i < 12; i++) {
                        AccountDetail row = new AccountDetail();
                        row.account = accountRow(em, dice);
                        row.text = dice.maybe(dice::text);
                        em.persist(row.account);
                        em.persist(row);
                    }
                });
    }

    private static Model<?, ?, ?, ?> role() {
        return Model.of(Role.class, RoleCache.class, RoleCache::builder, RoleSnapshot::of, RoleSnapshot::code)
                .rows(RoleSnapshot::find, RoleSnapshot::reference, RelationModels::roleRow)
                .unique(new Unique<>(
                        "label",
                        RoleSnapshot::label,
                        RoleCache::getByLabel,
                        RoleCache::getManyByLabel,
                        RoleCache::peekByLabel,
                        RoleCache::isCachedByLabel,
                        RoleCache::invalidateByLabel,
                        RoleCache::clearLabelIndex));
    }

    private static Role roleRow(Dice dice) {
        Role row = new Role();
        row.code = dice.unique();
        row.label = dice.maybe(dice::unique);
        return row;
    }

    private static Model<?, ?, ?, ?> team() {
        return Model.of(Team.class, TeamCache.class, TeamCache::builder, TeamSnapshot::of, TeamSnapshot::id)
                .rows(TeamSnapshot::find, TeamSnapshot::reference, (em, dice) -> {
                    for (int i = 0; i < 12; i++) {
                        Team row = new Team();
                        row.name = dice.maybe(dice::text);
                        for (int j = dice.below(4); j > 0; j--) {
                            row.roles.add(roleRow(dice));
                            row.sponsors.add(customerRow(dice));
                        }
                        row.roles.forEach(em::persist);
                        row.sponsors.forEach(em::persist);
                        em.persist(row);
                    }
                })
                .statements(3, 3);
    }
}
