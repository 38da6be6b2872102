package com.example.stranger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.embedded.Address;
import com.example.blackbox.embedded.Contact;
import com.example.blackbox.embedded.ContactSnapshot;
import com.example.blackbox.embedded.Geo;
import com.example.blackbox.embedded.Period;
import com.example.blackbox.inheritance.AnimalSnapshot;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.inheritance.DogSnapshot;
import com.example.blackbox.inheritance.PuppySnapshot;
import com.example.blackbox.inheritance.Vehicle;
import com.example.blackbox.inheritance.VehicleSelfSnapshot;
import com.example.blackbox.inheritance.VehicleSnapshot;
import com.example.blackbox.nested.Outer;
import com.example.blackbox.nested.Outer_UserSnapshot;
import com.example.blackbox.relations.TeamSnapshot;
import com.example.blackbox.rules.Citizen;
import com.example.blackbox.rules.CitizenSnapshot;
import com.example.blackbox.rules.Named;
import com.example.blackbox.values.AwkwardSnapshot;
import com.example.blackbox.values.Login;
import com.example.blackbox.values.LoginCache;
import com.example.blackbox.values.LoginSnapshot;
import com.example.blackbox.values.WideSnapshot;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The shape of what is generated")
class ShapeTest {
    @Test
    @Tag("F01")
    void cachesCanBeExtendedByProxiesAndMocks() {
        assertThat(Models.all()).extracting(Model::cache).allSatisfy(cache -> {
            assertThat(Modifier.isFinal(cache.getModifiers())).isFalse();
            assertThat(Modifier.isPublic(cache.getModifiers())).isTrue();
        });
    }

    @Test
    @Tag("F01")
    void aNestedEntityGivesNamesWithAnUnderscore() {
        Outer.User user = new Outer.User();
        user.id = 1L;
        user.status = Outer.Status.ACTIVE;

        Outer_UserSnapshot snapshot = Outer_UserSnapshot.of(user);

        assertThat(snapshot.status()).isEqualTo(Outer.Status.ACTIVE);
        assertThat(snapshot.email()).isNull();
    }

    @Test
    @Tag("F06")
    void illegalNamesGetATrailingUnderscore() {
        assertThat(components(AwkwardSnapshot.class))
                .contains("wait_", "hashCode_", "notify_", "clone_", "toString_", "finalize_", "getClass_", "default_")
                .contains("select", "record", "equals", "toEntity", "straße");
    }

    @Test
    @Tag("F06")
    void sixtyAttributesAreSixtyComponents() {
        assertThat(components(WideSnapshot.class)).hasSize(60);
    }

    @Test
    @Tag("F06")
    void secretsAreLeftOutOrHidden() {
        Login login = new Login();
        login.id = 1L;
        login.name = "ada";
        login.passwordHash = "hash";
        login.apiToken = "t0ken";
        login.tokenVersion = 3;

        assertThat(components(LoginSnapshot.class)).containsExactly("id", "name", "apiToken", "tokenVersion");
        assertThat(LoginSnapshot.of(login).apiToken()).isEqualTo("t0ken");
        assertThat(LoginSnapshot.of(login).toString())
                .contains("***", "ada", "tokenVersion=3")
                .doesNotContain("t0ken", "hash");
        try (LoginCache cache = LoginCache.inMemory(List.of(login))) {
            assertThat(cache.dump(10)).contains("ada").doesNotContain("t0ken");
        }
    }

    @Test
    @Tag("F06")
    void embeddableClassesBecomeRecordsAndRecordsStayThemselves() {
        Contact contact = new Contact();
        contact.id = 1L;
        contact.home = new Address("High Street", "York", new Geo(1.0, 2.0));
        contact.period = new Period(null, null, "p");

        ContactSnapshot snapshot = ContactSnapshot.of(contact);

        assertThat(snapshot.home())
                .isEqualTo(new ContactSnapshot.AddressSnapshot("High Street", "York", new Geo(1.0, 2.0)));
        assertThat(snapshot.work()).isNull();
        assertThat(snapshot.period()).isSameAs(contact.period);
    }

    @Test
    @Tag("F06")
    void toManyAssociationsAreSetsOfIds() throws NoSuchMethodException {
        assertThat(TeamSnapshot.class.getMethod("roleIds").getReturnType()).isEqualTo(Set.class);
        assertThat(TeamSnapshot.class.getMethod("sponsorIds").getReturnType()).isEqualTo(Set.class);
    }

    @Test
    @Tag("F07")
    void aHierarchyIsAnInterfaceAndARecordForEachConcreteClass() {
        Dog dog = new Dog();
        dog.id = 1L;
        dog.favourite = "bone";
        Vehicle vehicle = new Vehicle();
        vehicle.id = 2L;

        assertThat(AnimalSnapshot.of(dog)).isEqualTo(DogSnapshot.of(dog));
        assertThat(VehicleSnapshot.of(vehicle)).isInstanceOf(VehicleSelfSnapshot.class);
        assertThat(components(PuppySnapshot.class))
                .containsExactly("id", "chip", "owner", "version", "barks", "favourite", "born");
        assertThat(AnimalSnapshot.class).isInterface();
    }

    @Test
    @Tag("F13")
    void aViewTakesEitherTheEntityOrTheSnapshot() {
        Citizen ada = new Citizen(1L, "Ada", "Lovelace", true);
        Named entity = ada;
        Named snapshot = CitizenSnapshot.of(ada);

        assertThat(List.of(entity, snapshot)).allSatisfy(named -> {
            assertThat(named.getId()).isEqualTo(1L);
            assertThat(named.getFirstName()).isEqualTo("Ada");
            assertThat(named.lastName()).isEqualTo("Lovelace");
            assertThat(named.isAdult()).isTrue();
            assertThat(named.fullName()).isEqualTo("Ada Lovelace");
        });
    }

    private static List<String> components(Class<?> snapshot) {
        return Arrays.stream(snapshot.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
