package com.example.stranger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.inheritance.Animal;
import com.example.blackbox.inheritance.AnimalSnapshot;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.CatSnapshot;
import com.example.blackbox.relations.Account;
import com.example.blackbox.relations.AccountSnapshot;
import com.example.blackbox.relations.Profile;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("The snapshot of a lazy proxy")
@Tag("F08")
class ProxyTest {
    private final Database database;

    ProxyTest(Database database) {
        this.database = database;
    }

    @Test
    void isThatOfTheRowBehindIt() {
        Cat cat = new Cat();
        cat.id = 9001L;
        cat.favourite = 7;
        database.write(em -> em.merge(cat));

        database.write(em -> assertThat(AnimalSnapshot.of(em.getReference(Animal.class, 9001L)))
                .isInstanceOf(CatSnapshot.class)
                .extracting(AnimalSnapshot::id)
                .isEqualTo(9001L));
    }

    @Test
    void doesNotReadTheTargetsOfAssociations() {
        Account account = new Account();
        account.id = 9002L;
        account.profile = new Profile();
        account.profile.id = new UUID(9, database.ordinal());
        database.write(em -> {
            em.merge(account.profile);
            em.merge(account);
        });

        database.write(em -> {
            Account read = em.find(Account.class, 9002L);
            assertThat(database.statements()
                            .during(() -> assertThat(AccountSnapshot.of(read).profileId())
                                    .isEqualTo(account.profile.id)))
                    .isEmpty();
        });
    }
}
