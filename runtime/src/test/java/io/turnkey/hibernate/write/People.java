package io.turnkey.hibernate.write;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** People, who have a version, and notes, which have none. */
final class People {
    /** By e-mail, city and the id of the organization, and by tenant and login together. */
    static final EntityModel<Person, Values, Long> MODEL = Values.model(
            Person.class,
            Long.class,
            "id",
            "email address.city *organization tenant login version",
            List.of(
                    listed("email", 1),
                    listed("address.city", 2),
                    new KeyModel<>(
                            "organization",
                            Object.class,
                            false,
                            "organization",
                            List.of(AttributePath.idOf("organization")),
                            snapshot -> snapshot.values().get(3),
                            List::of,
                            UnaryOperator.identity()),
                    Values.key("tenantAndLogin", Login.class, "tenant login", People::login, login -> List.of())));

    /** By e-mail alone. */
    static final EntityModel<Person, Values, Long> BY_EMAIL =
            Values.model(Person.class, Long.class, "id", "email version", "email");

    /** By title. */
    static final EntityModel<Note, Values, Long> NOTES = Values.model(Note.class, Long.class, "id", "title", "title");

    private People() {}

    /** What is known of a person with this e-mail and nothing else. */
    static String only(String... emails) {
        return Map.of("email", List.of(emails)).toString();
    }

    private static KeyModel<Values, Object> listed(String path, int index) {
        return KeyModel.listed(
                path,
                Object.class,
                path,
                AttributePath.of(path),
                snapshot -> snapshot.values().get(index));
    }

    private static @Nullable Login login(Values snapshot) {
        Object tenant = snapshot.values().get(4);
        Object login = snapshot.values().get(5);
        return tenant == null || login == null ? null : new Login((Long) tenant, (String) login);
    }

    record Login(Long tenant, String login) {}

    @Embeddable
    record Address(String street, String city) {}

    @Entity(name = "Organization")
    static class Organization {
        @Id
        Long id;

        String name;

        Organization() {}

        Organization(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        Long id;

        @Version
        int version;

        @Column(unique = true)
        String email;

        Long tenant;
        String login;
        Address address;
        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Organization organization;

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Person() {}

        Person(long id, String email) {
            this.id = id;
            this.email = email;
        }
    }

    @Entity(name = "Note")
    static class Note {
        @Id
        Long id;

        String title;
        String text;

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Note() {}

        Note(long id, String title) {
            this.id = id;
            this.title = title;
        }
    }
}
