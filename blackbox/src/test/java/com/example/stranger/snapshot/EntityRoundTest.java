package com.example.stranger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.relations.Customer;
import com.example.blackbox.relations.CustomerSnapshot;
import com.example.blackbox.relations.Purchase;
import com.example.blackbox.relations.PurchaseSnapshot;
import com.example.blackbox.values.Login;
import com.example.blackbox.values.LoginSnapshot;
import com.example.stranger.model.Model;
import com.example.stranger.model.Models;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import com.example.stranger.support.Dice;
import io.turnkey.EntityCache;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BothDatabases
@DisplayName("From the snapshot back to the row")
@Tag("F08")
class EntityRoundTest {
    /** Those whose snapshot lacks something, or which generated code cannot make. */
    private static final List<String> INCOMPLETE =
            List.of("CustomerCache", "LoginCache", "ProfileCache", "RoleCache", "TeamCache", "VaultCache");

    /** Its collections are a column each, which Hibernate compares as it does any other. */
    private static final String COLUMNS = "TextsCache";

    private final Database database;

    EntityRoundTest(Database database) {
        this.database = database;
    }

    static List<Model<?, ?, ?, ?>> models() {
        return Models.all();
    }

    @BeforeParameterizedClassInvocation
    static void empty(Database database) {
        database.empty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    <E, S, ID, C extends EntityCache<S, ID>> void findAndReferenceLeadToTheRow(Model<E, S, ID, C> model) {
        Dice dice = new Dice(model.toString().hashCode());
        database.write(em -> model.seed(em, dice));
        List<S> rows = database.read(model::expected);
        assertThat(rows).isNotEmpty();
        for (S row : rows) {
            database.write(em -> {
                assertThat(model.snapshot(model.find(row, em))).isEqualTo(row);
                E reference = model.reference(row, em);
                assertThat(model.snapshot(reference)).isEqualTo(row);
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    <E, S, ID, C extends EntityCache<S, ID>> void mergingWhatToEntityReturnsChangesNothing(Model<E, S, ID, C> model) {
        Dice dice = new Dice(model.toString().hashCode() + 1);
        database.write(em -> model.seed(em, dice));
        List<S> rows = database.read(model::expected);
        List<S> complete = INCOMPLETE.contains(model.toString())
                ? List.of()
                : rows.stream()
                        .filter(row -> model.toString().equals(COLUMNS) || !holdsCollection(row))
                        .toList();
        assertThat(rows).filteredOn(row -> toEntity(row) != null).isEqualTo(complete);

        List<String> sent = database.statements()
                .during(() -> complete.forEach(row -> database.write(em -> em.merge(call(toEntity(row), row, em)))));

        List<S> after = database.read(model::expected);
        assertThat(sent).allMatch(sql -> sql.startsWith("select"));
        assertThat(after).containsExactlyInAnyOrderElementsOf(rows);
    }

    /** Hibernate takes a merged collection for a changed one: such entities have no {@code toEntity}. */
    private static boolean holdsCollection(Object snapshot) {
        return Arrays.stream(snapshot.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(type -> Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
    }

    private static Method toEntity(Object snapshot) {
        return Arrays.stream(snapshot.getClass().getMethods())
                .filter(method -> method.getName().equals("toEntity") && method.getParameterCount() == 1)
                .findAny()
                .orElse(null);
    }

    private static Object call(Method method, Object target, EntityManager em) {
        try {
            return method.invoke(target, em);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReferenceReadsNothingAndIsTheForeignKeyOfANewRow() {
        Customer ada = new Customer();
        ada.id = 4711L;
        database.persist(ada);
        CustomerSnapshot snapshot = CustomerSnapshot.of(ada);

        List<String> sent = database.statements()
                .during(() -> database.write(em -> {
                    Purchase purchase = new Purchase();
                    purchase.id = 4712L;
                    purchase.customer = snapshot.reference(em);
                    em.persist(purchase);
                }));

        assertThat(sent).singleElement().asString().startsWith("insert");
        assertThat(database.<Long>read(em ->
                        PurchaseSnapshot.of(em.find(Purchase.class, 4712L)).customerId()))
                .isEqualTo(4711L);
    }

    @Test
    void findChangesTheRowAndNothingElse() {
        Login login = new Login();
        login.id = 4713L;
        login.name = "ada";
        login.passwordHash = "secret";
        database.persist(login);
        LoginSnapshot snapshot = LoginSnapshot.of(login);

        database.write(em -> snapshot.find(em).name = "lovelace");

        Login changed = database.read(em -> em.find(Login.class, 4713L));
        assertThat(changed.name).isEqualTo("lovelace");
        assertThat(changed.passwordHash).isEqualTo("secret");
        assertThat(snapshot.name()).isEqualTo("ada");
    }

    @Test
    void findIsNullWhenTheRowIsGone() {
        Login gone = new Login();
        gone.id = 4714L;

        assertThat(database.<Login>read(em -> LoginSnapshot.of(gone).find(em))).isNull();
    }
}
