package io.turnkey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md. A rule about a package that does not exist yet holds. */
@AnalyzeClasses(packages = "io.turnkey", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ADAPTERS = {"io.turnkey.hibernate..", "io.turnkey.redis..", "io.turnkey.json.."};

    @ArchTest
    static final ArchRule annotations_know_nothing_of_ours = only("io.turnkey.annotation", "java..");

    @ArchTest
    static final ArchRule what_people_call_knows_the_annotations_and_jakarta_persistence = only(
            "io.turnkey", "io.turnkey.annotation", "java..", "javax.net.ssl..", "javax.sql..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule the_contract_knows_what_people_call = only(
            "io.turnkey.spi", "io.turnkey", "io.turnkey.annotation", "java..", "javax.sql..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule the_engine_knows_no_adapter = noClasses()
            .that()
            .resideInAPackage("io.turnkey.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ADAPTERS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_adapter_knows_the_engine = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.turnkey.internal..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_adapter_knows_another = slices().matching("io.turnkey.(hibernate|redis|json)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.turnkey(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule hibernate_stays_in_its_adapter = staysIn("io.turnkey.hibernate..", "org.hibernate..");

    @ArchTest
    static final ArchRule redis_clients_stay_in_their_adapter = staysIn("io.turnkey.redis..", "redis.clients..");

    @ArchTest
    static final ArchRule jackson_stays_in_its_adapter =
            staysIn("io.turnkey.json..", "com.fasterxml.jackson..", "tools.jackson..");

    private static ArchRule only(String from, String... to) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(to).or(resideInAnyPackage(from, "org.jspecify.annotations")))
                .allowEmptyShould(true);
    }

    private static ArchRule staysIn(String adapter, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }
}
