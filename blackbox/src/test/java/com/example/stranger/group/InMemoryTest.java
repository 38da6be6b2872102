package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.fresh.Sample;
import com.example.blackbox.fresh.SampleCache;
import com.example.blackbox.inheritance.AnimalCache;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.CatSnapshot;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.inheritance.DogSnapshot;
import com.example.blackbox.keys.Membership;
import com.example.blackbox.keys.MembershipCache;
import com.example.blackbox.keys.MembershipSnapshot;
import com.example.blackbox.keys.Place;
import io.turnkey.CacheEvent;
import io.turnkey.SyncMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A cache in memory, for users' own tests")
@Tag("F84")
class InMemoryTest {
    private static Membership member(long id, String login, Membership.Level level) {
        Membership member = new Membership();
        member.id = id;
        member.tenantId = 1;
        member.login = login;
        member.level = level;
        member.place = new Place("zip" + id, "street");
        member.key = "key" + id;
        return member;
    }

    @Test
    void hasTheSameKeysListsAndMisses() {
        Membership ada = member(1, "ada", Membership.Level.PAID);
        Membership bob = member(2, "bob", Membership.Level.FREE);
        try (MembershipCache members = MembershipCache.inMemory(List.of(ada, bob))) {
            assertThat(members.getById(1L)).contains(MembershipSnapshot.of(ada));
            assertThat(members.getByTenantIdAndLogin(1, "bob")).contains(MembershipSnapshot.of(bob));
            assertThat(members.getByAddress("zip1", "street", 1)).contains(MembershipSnapshot.of(ada));
            assertThat(members.listByTenantIdAndLevel(1, Membership.Level.PAID)).hasSize(1);
            assertThat(members.getById(3L)).isEmpty();
            assertThat(members.getByKey("nothing")).isEmpty();
            assertThat(members.listByMany(9)).isEmpty();
            assertThat(members.listAll()).hasSize(2);
            assertThat(members.getManyById(List.of(2L, 3L, 1L)).keySet()).containsExactly(2L, 1L);
        }
    }

    @Test
    void putReplacesARowUnderItsOldKeysAndLists() {
        try (MembershipCache.InMemory members =
                MembershipCache.inMemory(List.of(member(1, "ada", Membership.Level.PAID)))) {
            assertThat(members.listByTenantIdAndLevel(1, Membership.Level.FREE)).isEmpty();

            members.put(member(1, "lovelace", Membership.Level.FREE));
            members.put(member(2, "bob", Membership.Level.FREE));

            assertThat(members.getByTenantIdAndLogin(1, "ada")).isEmpty();
            assertThat(members.getByTenantIdAndLogin(1, "lovelace")).isPresent();
            assertThat(members.listByTenantIdAndLevel(1, Membership.Level.FREE)).hasSize(2);
            assertThat(members.listByTenantIdAndLevel(1, Membership.Level.PAID)).isEmpty();
        }
    }

    @Test
    void removeTakesARowOutOfEverything() {
        try (MembershipCache.InMemory members =
                MembershipCache.inMemory(List.of(member(1, "ada", Membership.Level.PAID)))) {
            assertThat(members.remove(1L)).isTrue();
            assertThat(members.remove(1L)).isFalse();

            assertThat(members.getById(1L)).isEmpty();
            assertThat(members.getByKey("key1")).isEmpty();
            assertThat(members.listAll()).isEmpty();
        }
    }

    @Test
    void holdsAHierarchy() {
        Dog dog = new Dog();
        dog.id = 1L;
        dog.chip = "d";
        Cat cat = new Cat();
        cat.id = 2L;
        cat.chip = "c";
        try (AnimalCache animals = AnimalCache.inMemory(List.of(dog, cat))) {
            assertThat(animals.getByChip("d")).get().isInstanceOf(DogSnapshot.class);
            assertThat(animals.getByChip("c")).get().isInstanceOf(CatSnapshot.class);
        }
    }

    @Test
    void isClosedLikeAnyOther() {
        MembershipCache members = MembershipCache.inMemory(List.of());
        members.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> members.getById(1L))
                .withMessageContaining("Membership");
    }

    /** Those that this one, or what it calls, may have started; not the virtual machine's own. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getThreadGroup() == Thread.currentThread().getThreadGroup())
                .collect(Collectors.toSet());
    }

    @Test
    void doesEverythingOnTheThreadOfItsCaller() {
        Set<Thread> before = threads();
        try (MembershipCache members = MembershipCache.inMemory(List.of(member(1, "ada", Membership.Level.PAID)))) {
            List<Thread> told = new ArrayList<>();
            members.on(CacheEvent.class, event -> told.add(Thread.currentThread()));

            members.invalidateById(1L);
            members.getById(1L);
            members.getByKey("nothing");
            members.listAll();
            members.refresh();

            assertThat(told).isNotEmpty().containsOnly(Thread.currentThread());
            assertThat(threads()).isSubsetOf(before);
        }
    }

    @Test
    @Tag("F43")
    void canBeRefreshedAlsoIfItsRowsTellWhenTheyChanged() {
        try (SampleCache.InMemory samples = SampleCache.inMemory(List.of())) {
            samples.put(new Sample(1L, "code", "content", Instant.EPOCH));
            samples.refresh();
            samples.refresh(SyncMode.FULL);

            assertThat(samples.listAll()).hasSize(1);
        }
    }

    @Test
    @Tag("F44")
    void hasNoPersistenceUnitToHearFrom() {
        try (MembershipCache members = MembershipCache.inMemory(List.of())) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(members::attachHooks)
                    .withMessageContaining("in memory");
        }
    }
}
