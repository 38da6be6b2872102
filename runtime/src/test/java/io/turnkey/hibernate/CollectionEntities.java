package io.turnkey.hibernate;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SoftDelete;

/** Entities with every kind of collection. */
final class CollectionEntities {
    private CollectionEntities() {}

    enum Colour {
        RED,
        BLUE
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        Long id;

        @ElementCollection
        List<String> tags = new ArrayList<>();

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Colour> colours = new HashSet<>();

        @ElementCollection
        @OrderColumn
        List<Address> addresses = new ArrayList<>();

        Profile profile;

        @ManyToMany
        @JoinTable(name = "user_role")
        List<Role> roles = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "user_slot")
        Set<Slot> slots = new HashSet<>();

        @ElementCollection
        Map<String, Integer> scores = new HashMap<>();

        @ElementCollection
        Map<Role, Integer> weights = new HashMap<>();

        @ElementCollection
        Map<ShelfId, Address> places = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "user_named")
        @MapKey(name = "name")
        Map<String, Role> rolesByName = new HashMap<>();

        @ElementCollection
        @OrderBy("DESC")
        List<String> words = new ArrayList<>();

        @ElementCollection
        @OrderBy("city desc")
        List<Address> visited = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "marked_word")
        @SoftDelete
        Set<String> marked = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "former_role")
        @SoftDelete
        Set<Role> formerRoles = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "user_gone")
        Set<Gone> gone = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "user_hidden")
        Set<Hidden> hidden = new HashSet<>();

        User() {}

        User(Long id) {
            this.id = id;
        }
    }

    @Embeddable
    static class Profile {
        @ElementCollection
        Set<String> phones = new HashSet<>();
    }

    @Embeddable
    record Address(
            String city, @ManyToOne(fetch = FetchType.LAZY) Role country) {}

    @Entity(name = "Role")
    static class Role {
        @Id
        Long id;

        String name;

        Role() {}

        Role(Long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    record SlotId(String a, Integer b) {}

    @Entity(name = "Slot")
    @IdClass(SlotId.class)
    static class Slot {
        @Id
        String a;

        @Id
        Integer b;

        Slot() {}

        Slot(String a, Integer b) {
            this.a = a;
            this.b = b;
        }
    }

    @Entity(name = "Gone")
    @SoftDelete
    static class Gone {
        @Id
        Long id;

        String name = "gone";

        Gone() {}

        Gone(Long id) {
            this.id = id;
        }
    }

    @Entity(name = "Hidden")
    @SQLRestriction("name <> 'x'")
    static class Hidden {
        @Id
        Long id;

        String name;

        Hidden() {}

        Hidden(Long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Embeddable
    record ShelfId(String hall, Integer number) {}

    @Entity(name = "Shelf")
    static class Shelf {
        @EmbeddedId
        ShelfId id;

        @ElementCollection
        Set<String> books = new HashSet<>();

        Shelf() {}

        Shelf(ShelfId id, String book) {
            this.id = id;
            books.add(book);
        }
    }
}
