package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.projection;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** One hierarchy, mapped in each of the three strategies. */
enum Animals {
    SINGLE_TABLE(Single.Animal.class, Single.Dog.class, Single.Puppy.class, Single.Cat.class),
    JOINED(Joined.Animal.class, Joined.Dog.class, Joined.Puppy.class, Joined.Cat.class),
    TABLE_PER_CLASS(Union.Animal.class, Union.Dog.class, Union.Puppy.class, Union.Cat.class);

    private static final String ANIMAL = "id name";
    private static final String DOG = "id name bark toy *kennel size.height";

    private final Class<?> root;
    private final Class<?> dog;
    private final Class<?> puppy;
    private final Class<?> cat;

    Animals(Class<?> root, Class<?> dog, Class<?> puppy, Class<?> cat) {
        this.root = root;
        this.dog = dog;
        this.puppy = puppy;
        this.cat = cat;
    }

    Class<?> root() {
        return root;
    }

    Class<?> dog() {
        return dog;
    }

    Class<?> puppy() {
        return puppy;
    }

    Class<?> cat() {
        return cat;
    }

    boolean isAbstract() {
        return this == JOINED;
    }

    Class<?>[] classes() {
        return new Class<?>[] {root, dog, puppy, cat, Place.class, Size.class};
    }

    EntityModel<?, Values, Long> model() {
        return model(
                projection(dog, DOG),
                projection(puppy, DOG + " weeks"),
                projection(cat, ANIMAL + " toy *kennel"),
                projection(root, ANIMAL));
    }

    EntityModel<?, Values, Long> modelOfCollections() {
        return model(
                projection(dog, ANIMAL, basics("tags"), basics("tricks")),
                projection(puppy, ANIMAL, basics("tags"), basics("tricks")),
                projection(cat, ANIMAL, basics("tags"), basics("tricks")),
                projection(root, ANIMAL, basics("tags")));
    }

    private EntityModel<?, Values, Long> model(
            Projection<Values> dogs, Projection<Values> puppies, Projection<Values> cats, Projection<Values> others) {
        List<Projection<? extends Values>> projections = new ArrayList<>(List.of(dogs, puppies, cats));
        if (!isAbstract()) {
            projections.add(others);
        }
        KeyModel<Values, Long> id = key("id", Long.class);
        return Reading.model(root, id, List.of(key("name", String.class)), projections);
    }

    void persist(Session session) {
        Place one = new Place(1L, "one");
        Place two = new Place(2L, "two");
        session.persist(one);
        session.persist(two);
        if (!isAbstract()) {
            persist(session, root, Map.of("id", 1L, "name", "any"));
        }
        Map<String, Object> barking = new HashMap<>(Map.of("id", 2L, "name", "dog", "bark", "wuff", "toy", "ball"));
        barking.putAll(Map.of("kennel", one, "size", new Size(60), "tags", Set.of("big"), "tricks", Set.of("sit")));
        persist(session, dog, barking);
        persist(session, dog, Map.of("id", 3L, "name", "mute"));
        Map<String, Object> young = new HashMap<>(Map.of("id", 4L, "name", "puppy", "bark", "wiff", "toy", "sock"));
        young.putAll(Map.of("size", new Size(20), "weeks", 3, "tags", Set.of("small"), "tricks", Set.of("roll")));
        persist(session, puppy, young);
        Map<String, Object> purring = new HashMap<>(Map.of("id", 5L, "name", "cat", "toy", "mouse", "kennel", two));
        purring.putAll(Map.of("tags", Set.of("grey"), "tricks", Set.of("hide")));
        persist(session, cat, purring);
        persist(session, cat, Map.of("id", 6L, "name", "stray"));
    }

    /** Each strategy has classes of its own, so their fields are set by name. */
    private static void persist(Session session, Class<?> entity, Map<String, Object> values) {
        try {
            Object animal = entity.getDeclaredConstructor().newInstance();
            for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (values.containsKey(field.getName())) {
                        field.set(animal, values.get(field.getName()));
                    }
                }
            }
            session.persist(animal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Embeddable
    record Size(Integer height) {}

    @Entity
    static class Place {
        @Id
        Long id;

        @Column(unique = true)
        String code;

        Place() {}

        Place(Long id, String code) {
            this.id = id;
            this.code = code;
        }
    }

    static final class Single {
        @Entity(name = "SAnimal")
        @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
        static class Animal {
            @Id
            Long id;

            String name;

            @ElementCollection
            @CollectionTable(name = "tag", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tags;
        }

        @Entity(name = "SDog")
        static class Dog extends Animal {
            String bark;

            @Column(name = "dog_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "dog_kennel")
            Place kennel;

            Size size;

            @ElementCollection
            @CollectionTable(name = "dog_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }

        @Entity(name = "SPuppy")
        static class Puppy extends Dog {
            Integer weeks;
        }

        @Entity(name = "SCat")
        static class Cat extends Animal {
            @Column(name = "cat_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "cat_kennel", referencedColumnName = "code")
            Place kennel;

            @ElementCollection
            @CollectionTable(name = "cat_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }
    }

    static final class Joined {
        @Entity(name = "JAnimal")
        @Inheritance(strategy = InheritanceType.JOINED)
        abstract static class Animal {
            @Id
            Long id;

            String name;

            @ElementCollection
            @CollectionTable(name = "tag", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tags;
        }

        @Entity(name = "JDog")
        static class Dog extends Animal {
            String bark;

            @Column(name = "dog_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "dog_kennel")
            Place kennel;

            Size size;

            @ElementCollection
            @CollectionTable(name = "dog_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }

        @Entity(name = "JPuppy")
        static class Puppy extends Dog {
            Integer weeks;
        }

        @Entity(name = "JCat")
        static class Cat extends Animal {
            @Column(name = "cat_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "cat_kennel", referencedColumnName = "code")
            Place kennel;

            @ElementCollection
            @CollectionTable(name = "cat_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }
    }

    static final class Union {
        @Entity(name = "UAnimal")
        @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
        static class Animal {
            @Id
            Long id;

            String name;

            @ElementCollection
            @CollectionTable(name = "tag", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tags;
        }

        @Entity(name = "UDog")
        static class Dog extends Animal {
            String bark;

            @Column(name = "dog_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "dog_kennel")
            Place kennel;

            Size size;

            @ElementCollection
            @CollectionTable(name = "dog_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }

        @Entity(name = "UPuppy")
        static class Puppy extends Dog {
            Integer weeks;
        }

        @Entity(name = "UCat")
        static class Cat extends Animal {
            @Column(name = "cat_toy")
            String toy;

            @ManyToOne(fetch = FetchType.LAZY)
            @JoinColumn(name = "cat_kennel", referencedColumnName = "code")
            Place kennel;

            @ElementCollection
            @CollectionTable(name = "cat_trick", joinColumns = @JoinColumn(name = "owner"))
            @Column(name = "word")
            Set<String> tricks;
        }
    }
}
