package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that whichever way a cache is asked, it says what the table says. */
public final class Agreement {
    private Agreement() {}

    public static void agrees(SubscriberCache cache, EntityManagerFactory factory) {
        List<SubscriberSnapshot> rows =
                factory.callInTransaction(em -> em.createQuery("from Subscriber order by id", Subscriber.class)
                        .getResultStream()
                        .map(SubscriberSnapshot::of)
                        .toList());
        for (SubscriberSnapshot row : rows) {
            assertThat(cache.getById(row.id())).contains(row);
            assertThat(cache.getByEmail(row.email())).contains(row);
            assertThat(cache.getByTenantAndLogin(row.tenant(), row.login())).contains(row);
        }
        rows.stream()
                .collect(Collectors.groupingBy(SubscriberSnapshot::tier))
                .forEach((tier, listed) ->
                        assertThat(cache.listByTier(tier)).hasSameSizeAs(listed).hasSameElementsAs(listed));
        assertThat(cache.getManyById(rows.stream().map(SubscriberSnapshot::id).toList())
                        .values())
                .containsExactlyElementsOf(rows);
        assertThat(cache.listAll()).hasSameSizeAs(rows).hasSameElementsAs(rows);
    }
}
