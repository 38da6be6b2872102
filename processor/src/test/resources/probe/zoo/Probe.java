package zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;

public final class Probe {
    static class Unlisted extends Cat {}

    public static void eachClassHasItsRecord() {
        Puppy puppy = new Puppy();
        puppy.id(1L, "Rex");
        puppy.weeks = 3;

        AnimalSnapshot snapshot = AnimalSnapshot.of(puppy);

        assertThat(snapshot).isEqualTo(new PuppySnapshot(1L, "Rex", null, false, 3));
        assertThat(snapshot.name()).isEqualTo("Rex");
        assertThat(((Named) snapshot).greeting()).isEqualTo("Hello Rex");
    }

    public static void aClassInAnotherPackageIsFound() {
        zoo.sea.Whale whale = new zoo.sea.Whale();
        whale.id(2L, "Moby");

        assertThat(AnimalSnapshot.of(whale)).isInstanceOf(zoo.sea.WhaleSnapshot.class);
    }

    public static void aSubclassThatIsNoEntityIsReadAsItsSuperclass() {
        Unlisted cat = new Unlisted();
        cat.id(3L, "Tom");

        assertThat(AnimalSnapshot.of(cat)).isInstanceOf(CatSnapshot.class);
    }

    public static void anUnlistedClassIsNamed() {
        assertThatThrownBy(() -> AnimalSnapshot.of(new Animal() {}))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("zoo.Probe$1");
    }

    public static void aConcreteRootHasARecordOfItsOwn() {
        Plant plant = new Plant();
        plant.id = 1;

        assertThat(PlantSnapshot.of(plant)).isEqualTo(new PlantSelfSnapshot(1, null, null));
        assertThat(PlantCacheModel.MODEL.projections())
                .extracting(projection -> projection.entity().getSimpleName())
                .containsExactly("Plant", "Tree");
    }
}
