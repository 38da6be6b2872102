package io.turnkey.json;

import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model with a part of each kind, and a hierarchy; as generated code would describe them. */
final class People {
    enum Status {
        ACTIVE,
        GONE
    }

    /** An embeddable that checks its values. */
    record Address(String city, int zip) {
        Address {
            if (zip < 0) {
                throw new IllegalArgumentException("zip " + zip);
            }
        }
    }

    /** The entity. */
    static final class User {}

    @SuppressWarnings("ArrayRecordComponent")
    record UserSnapshot(
            Long id,
            @Nullable String email,
            @Nullable Status status,
            long logins,
            @Nullable BigDecimal balance,
            byte @Nullable [] photo,
            @Nullable Instant seen,
            @Nullable Address address,
            @Nullable List<Address> former,
            @Nullable Set<String> roles,
            @Nullable Map<Status, Address> places,
            float ratio) {
        UserSnapshot {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof UserSnapshot user && toString().equals(user.toString());
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return Arrays.asList(
                            id,
                            email,
                            status,
                            logins,
                            balance,
                            Arrays.toString(photo),
                            seen,
                            address,
                            former,
                            roles,
                            places,
                            ratio)
                    .toString();
        }
    }

    static final Composite<Address> ADDRESS = new Composite<>(
            Address.class,
            List.of(
                    Component.of("city", Shape.of(String.class), Address::city),
                    Component.of("zip", Shape.of(int.class), Address::zip)),
            row -> new Address(row.get(0), row.get(1)));

    static final Composite<UserSnapshot> USER = new Composite<>(
            UserSnapshot.class,
            List.of(
                    Component.of("id", Shape.of(Long.class), UserSnapshot::id),
                    Component.of("email", Shape.of(String.class), UserSnapshot::email),
                    Component.of("status", Shape.of(Status.class), UserSnapshot::status),
                    Component.of("logins", Shape.of(long.class), UserSnapshot::logins),
                    Component.of("balance", Shape.of(BigDecimal.class), UserSnapshot::balance),
                    Component.of("photo", Shape.of(byte[].class), UserSnapshot::photo),
                    Component.of("seen", Shape.of(Instant.class), UserSnapshot::seen),
                    Component.of("address", ADDRESS, UserSnapshot::address),
                    Component.of("former", Shape.list(ADDRESS), UserSnapshot::former),
                    Component.of("roles", Shape.set(Shape.of(String.class)), UserSnapshot::roles),
                    Component.of("places", Shape.map(Shape.of(Status.class), ADDRESS), UserSnapshot::places),
                    Component.of("ratio", Shape.of(float.class), UserSnapshot::ratio)),
            row -> new UserSnapshot(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    row.get(5),
                    row.get(6),
                    row.get(7),
                    row.get(8),
                    row.get(9),
                    row.get(10),
                    row.get(11)));

    interface AnimalSnapshot {
        Long id();
    }

    record CatSnapshot(Long id, boolean purrs) implements AnimalSnapshot {}

    record DogSnapshot(Long id, String bark) implements AnimalSnapshot {}

    static final class Cat {}

    static final class Dog {}

    static final Composite<CatSnapshot> CAT = new Composite<>(
            CatSnapshot.class,
            List.of(
                    Component.of("id", Shape.of(Long.class), CatSnapshot::id),
                    Component.of("purrs", Shape.of(boolean.class), CatSnapshot::purrs)),
            row -> new CatSnapshot(row.get(0), row.get(1)));

    static final Composite<DogSnapshot> DOG = new Composite<>(
            DogSnapshot.class,
            List.of(
                    Component.of("id", Shape.of(Long.class), DogSnapshot::id),
                    Component.of("bark", Shape.of(String.class), DogSnapshot::bark)),
            row -> new DogSnapshot(row.get(0), row.get(1)));

    private People() {}

    static SnapshotFile<AnimalSnapshot> animals() {
        return new JsonFormat()
                .of(
                        "Animal",
                        List.of(new SnapshotShape<>(Cat.class, CAT), new SnapshotShape<>(Dog.class, DOG)),
                        Conversions.NONE);
    }

    static SnapshotFile<UserSnapshot> users() {
        return Documents.file(USER);
    }

    /** Two rows: one with everything, one with as little as may be. */
    static List<StoredRow<UserSnapshot>> rows() {
        UserSnapshot ada = new UserSnapshot(
                1L,
                "ada@example.com\uD83D\uDE00\uD83D",
                Status.ACTIVE,
                Long.MIN_VALUE,
                new BigDecimal("1E+3"),
                new byte[] {1, 2, 3},
                Instant.parse("2026-03-29T01:30:00.123456789Z"),
                new Address("Paris", 75_001),
                Arrays.asList(new Address("Rome", 1), null),
                Set.of("admin"),
                Map.of(Status.GONE, new Address("Oslo", 2)),
                -0.0f);
        UserSnapshot bob = new UserSnapshot(2L, null, null, 0, null, null, null, null, null, null, null, Float.NaN);
        return List.of(new StoredRow<>(ada, Instant.parse("2026-11-22T12:00:00.5Z")), new StoredRow<>(bob, null));
    }
}
