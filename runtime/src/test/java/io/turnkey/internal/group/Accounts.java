package io.turnkey.internal.group;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.GeneratedCache;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Shape;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

/** An entity of a real database, and what would be generated for it. */
final class Accounts {
    static final CacheDefinition<AccountCache, AccountRow, Long> DEFINITION = new CacheDefinition<>(
            AccountCache.class,
            EntityModel.<Account, AccountRow, Long>builder(
                            ContractLevel.CURRENT, "Account", Account.class, AccountRow.class)
                    .id(KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), AccountRow::id))
                    .projection(new Projection<>(
                            Account.class,
                            List.of(AttributePath.of("id"), AttributePath.of("owner")),
                            List.of(),
                            row -> new AccountRow(row.<Long>get(0), row.<String>get(1))))
                    .shape(() -> new Composite<>(
                            AccountRow.class,
                            List.of(
                                    Component.of("id", Shape.of(Long.class), AccountRow::id),
                                    Component.of("owner", Shape.of(String.class), AccountRow::owner)),
                            row -> new AccountRow(row.get(0), row.get(1))))
                    .of(account -> new AccountRow(account.id, account.owner))
                    .build(),
            AccountCache::new);

    private Accounts() {}

    @Entity(name = "Account")
    static class Account {
        @Id
        Long id;

        String owner;

        Account() {}

        Account(long id, String owner) {
            this.id = id;
            this.owner = owner;
        }
    }

    record AccountRow(Long id, String owner) {}

    static final class AccountCache extends GeneratedCache<AccountRow, Long> {
        AccountCache(CacheEngine<AccountRow, Long> engine) {
            super(engine);
        }
    }
}
