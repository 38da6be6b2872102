package io.turnkey.hibernate.write;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What bulk statements are tried on. */
final class BulkEntities {
    private BulkEntities() {}

    @Entity(name = "Customer")
    @Table(name = "customers")
    static class Customer {
        @Id
        Long id;

        String name;

        @Version
        int version;

        @ElementCollection
        @CollectionTable(name = "customer_tags")
        Set<String> tags = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "customer_roles")
        Set<Role> roles = new HashSet<>();

        protected Customer() {}

        Customer(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    @Entity(name = "Role")
    @Table(name = "roles")
    static class Role {
        @Id
        Long id;

        String name;

        @ManyToMany(mappedBy = "roles")
        List<Customer> holders = new ArrayList<>();

        protected Role() {}

        Role(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** A name that has to be quoted, and a table beside its own. */
    @Entity(name = "Ledger")
    @Table(name = "`Ledger Book`")
    @SecondaryTable(name = "ledger_details")
    static class Ledger {
        @Id
        Long id;

        String name;

        @Column(table = "ledger_details")
        String detail;

        protected Ledger() {}

        Ledger(long id, String name) {
            this.id = id;
            this.name = name;
            detail = name;
        }
    }

    @Entity(name = "Vehicle")
    @Table(name = "vehicles")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        Long id;

        String name;

        @Version
        int version;
    }

    @Entity(name = "Car")
    @Table(name = "cars")
    static class Car extends Vehicle {
        int doors;

        protected Car() {}

        Car(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Ids from the database, and children that are saved and removed with it. */
    @Entity(name = "Purchase")
    @Table(name = "purchases")
    static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;

        @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Line> lines = new ArrayList<>();

        protected Purchase() {}

        Purchase(String name) {
            this.name = name;
        }
    }

    @Entity(name = "Line")
    @Table(name = "lines")
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "line_ids")
        @TableGenerator(name = "line_ids", table = "line_ids", allocationSize = 1)
        Long id;

        @ManyToOne
        @JoinColumn(name = "purchase_id")
        Purchase purchase;

        String name;

        protected Line() {}

        Line(Purchase purchase, String name) {
            this.purchase = purchase;
            this.name = name;
        }
    }

    /** Nobody keeps it in a cache. */
    @Entity(name = "Note")
    @Table(name = "notes")
    static class Note {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        protected Note() {}

        Note(String name) {
            this.name = name;
        }
    }

    static final Class<?>[] ALL = {
        Customer.class, Role.class, Ledger.class, Vehicle.class, Car.class, Purchase.class, Line.class, Note.class
    };
    static final Class<?>[] MODELS = {
        Customer.class, Role.class, Ledger.class, Vehicle.class, Purchase.class, Line.class
    };
}
