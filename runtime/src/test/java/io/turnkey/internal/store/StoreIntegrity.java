package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of a store whenever nothing is under way. */
public final class StoreIntegrity {
    private StoreIntegrity() {}

    /** Fails if an index, the policy, a list or a ticket does not agree with the rows. */
    public static <S, ID> void check(Store<S, ID> store, Lists<S> lists, int maxSize) {
        assertThat(store.entries().size()).as("rows").isLessThanOrEqualTo(maxSize);
        store.entries().forEach((id, entry) -> {
            assertThat(entry.isDead()).as("%s is dead", entry.snapshot()).isFalse();
            assertThat(store.id(entry.snapshot())).isEqualTo(id);
        });
        store.indexes().forEach(index -> checkIndex(store, index));
        checkQueues(store);
        assertThat(store.tickets().open()).as("open tickets").isZero();
        assertThat(lists.rows()).as("rows in lists").isLessThanOrEqualTo(maxSize);
        assertThat(lists.weight()).as("weight of the lists").isBetween(lists.rows(), maxSize);
    }

    private static <S, ID, K> void checkIndex(Store<S, ID> store, KeyIndex<S, K> index) {
        index.slots().forEach((value, entry) -> {
            assertThat(store.entries().get(store.id(entry.snapshot())))
                    .as("the row under %s = %s", index.key().name(), value)
                    .isSameAs(entry);
            assertThat(value).isEqualTo(index.key().of().apply(entry.snapshot()));
        });
    }

    private static <S, ID> void checkQueues(Store<S, ID> store) {
        EvictionPolicy<S> policy = store.policy();
        if (policy != null) {
            List<Entry<S>> queued = policy.queued();
            Set<Entry<S>> distinct = new HashSet<>(queued);
            assertThat(distinct)
                    .as("entries that stand in the queues, once each")
                    .hasSize(queued.size());
            assertThat(distinct).isEqualTo(new HashSet<>(store.entries().values()));
            assertThat(policy.taken())
                    .as("places taken")
                    .isEqualTo(store.entries().size());
        }
    }
}
