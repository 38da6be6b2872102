package com.example.blackbox.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("A package-private entity")
@Tag("F01")
@Tag("F49")
class WhisperTest {
    private final Database database;

    WhisperTest(Database database) {
        this.database = database;
    }

    @Test
    void isCachedForItsOwnPackage() {
        try (EntityManagerFactory factory = new PersistenceConfiguration("hidden")
                        .managedClass(Whisper.class)
                        .property("hibernate.connection.datasource", database.raw())
                        .property("hibernate.hbm2ddl.auto", "create")
                        .createEntityManagerFactory();
                WhisperCache whispers = WhisperCache.open(factory)) {
            Whisper whisper = new Whisper();
            whisper.id = 1L;
            whisper.word = "psst";
            factory.runInTransaction(em -> em.persist(whisper));

            assertThat(whispers.getByWord("psst")).contains(WhisperSnapshot.of(whisper));
            String json = whispers.toJson(true);
            whispers.clear();
            whispers.loadFromJson(json);
            assertThat(whispers.peekByWord("psst")).contains(WhisperSnapshot.of(whisper));
            factory.runInTransaction(
                    em -> assertThat(WhisperSnapshot.of(whisper).find(em).word).isEqualTo("psst"));
        }
    }

    @Test
    void givesPackagePrivateClasses() {
        assertThat(List.of(WhisperCache.class, WhisperSnapshot.class))
                .allMatch(type -> (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0);
    }
}
