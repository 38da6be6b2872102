package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SyncMode;
import io.turnkey.internal.engine.Operation.Kind;
import io.turnkey.internal.store.Filling;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.StoreIntegrity;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.StoredRow;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of {@link EngineModelTest}: the naive model is rebuilt from the table for each check. */
final class ModelRun {
    /** How many rows, and how many values of each unique key, there can be. */
    static final int IDS = 8;

    static final Duration TTL = Duration.ofMinutes(10);

    private final Harness cache;
    private final boolean readThrough;
    private final Set<Long> everHeld = new HashSet<>();
    private final List<Transaction> committed = new ArrayList<>();
    private @Nullable Transaction open;
    private @Nullable Filling<Row, Long> filling;
    private @Nullable Import<Row, Long> reading;
    private boolean everLost;
    private int steps;

    ModelRun(Harness cache, boolean readThrough) {
        this.cache = cache;
        this.readThrough = readThrough;
        for (long id = 0; id < IDS; id += 2) {
            cache.table.put(Row.of(id));
        }
    }

    void step(Operation operation) {
        if (open != null && operation.changesTheTable()) {
            return;
        }
        apply(operation.kind(), operation.a(), operation.b());
        checkHeld();
        if (++steps % 10 == 0 && filling == null) {
            cache.checkIntegrity();
        }
        heldIds().forEach(everHeld::add);
        everLost |= cache.engine.parts().coverage().mayHaveLostAny();
    }

    private void apply(Kind kind, int a, int b) {
        Row row = cache.table.row(a);
        Row present = row == null ? newRow(a) : row;
        switch (kind) {
            case GET_ID -> answered(cache.id(a), row);
            case GET_EMAIL ->
                answered(cache.email(Row.email(a)), truth(cache.model.email).get(Row.email(a)));
            case GET_LOGIN ->
                answered(cache.byLogin.get(login(a)), truth(cache.model.login).get(login(a)));
            case GET_MANY -> getMany(a, b);
            case LIST_STATUS ->
                assertThat(cache.byStatus.list(status(a)))
                        .containsExactlyInAnyOrderElementsOf(list(cache.model.status, status(a)));
            case LIST_TENANT ->
                assertThat(cache.byTenant.list("t" + a % 3))
                        .containsExactlyInAnyOrderElementsOf(list(cache.model.tenant, "t" + a % 3));
            case LIST_ALL -> assertThat(cache.engine.listAll()).containsExactlyInAnyOrderElementsOf(cache.table.rows());
            case REFRESH -> assertThat(cache.engine.refresh((long) a)).isEqualTo(Optional.ofNullable(row));
            case WRITE -> cache.write(present.payload("p" + b));
            case WRITE_KNOWN -> cache.writeKnown(present.payload("p" + b));
            case CHANGE_EMAIL -> changeEmail(present, Row.email(b), false);
            case CHANGE_EMAIL_KNOWN -> changeEmail(present, Row.email(b), true);
            case CHANGE_LOGIN_KNOWN -> changeLogin(present, b);
            case CHANGE_STATUS -> cache.write(present.status(status(b)));
            case CHANGE_STATUS_KNOWN -> cache.writeKnown(present.status(status(b)));
            case DELETE -> {
                cache.table.delete(a);
                cache.byId.invalidate((long) a);
            }
            case DELETE_KNOWN -> cache.deleteKnown(a);
            case BEGIN_WRITE -> begin(b, present.payload("p" + b));
            case BEGIN_CHANGING_EMAIL -> begin(b, withEmail(present, Row.email(b)));
            case BEGIN_CHANGING_STATUS -> begin(b, present.status(status(b)));
            case BEGIN_DELETE -> begin(cache.transaction().delete(a), b);
            case BEGIN_ANYTHING ->
                open = cache.transaction().put(present.payload("p" + b)).blockAll();
            case COMMIT -> commit();
            case SETTLE -> settle(b, Outcome.COMMITTED);
            case LOSE -> settle(b, Outcome.UNKNOWN);
            case ROLL_BACK -> rollBack();
            case PASS_DEADLINE -> passDeadline();
            case INVALIDATE_EMAIL -> cache.byEmail.invalidate(Row.email(a));
            case INVALIDATE_STATUS -> cache.byStatus.invalidate(status(a));
            case CLEAR_EMAILS -> cache.byEmail.clear();
            case CLEAR_STATUSES -> cache.byStatus.clear();
            case CLEAR -> cache.engine.clear();
            case START -> cache.engine.start();
            case SYNC -> cache.engine.sync(SyncMode.FULL);
            case PRELOAD -> cache.engine.preload(cache.table::rows);
            case BEGIN_IMPORT -> beginImport();
            case END_IMPORT -> endImport();
            case PASS_TIME -> cache.clock.advance(TTL.dividedBy(4));
            case EXPIRE -> {
                cache.clock.advance(TTL);
                assertThat(cache.engine.cached()).isEmpty();
            }
            case CLEAN_UP -> cache.engine.cleanUp();
        }
    }

    /** The table as it is now; it comes in when the import ends, whatever has happened since. */
    private void beginImport() {
        endImport();
        filling =
                new Filling<>(cache.engine.parts().store(), cache.engine.parts().negatives());
        reading = new Import<>(cache.engine.parts(), filling);
        cache.table.rows().forEach(row -> reading.accept(new StoredRow<>(row, null)));
    }

    private void endImport() {
        if (filling != null && reading != null) {
            reading.finish();
            filling.close();
            filling = null;
        }
    }

    private void begin(int b, Row... rows) {
        begin(cache.transaction().put(rows), b);
    }

    private void begin(Transaction transaction, int b) {
        open = switch (b % 3) {
            case 0 -> transaction.block();
            case 1 -> transaction.beforeUnknown().block();
            default -> transaction.keysUnknown().block();
        };
    }

    private void commit() {
        if (open != null) {
            open.commit();
            if (open.isExpired()) {
                // What was read since the deadline is only known to be wrong once this is said.
                open.settle();
            } else {
                committed.add(open);
            }
            open = null;
        }
    }

    private void settle(int which, Outcome outcome) {
        if (!committed.isEmpty()) {
            committed.remove(which % committed.size()).settle(outcome);
        }
    }

    private void rollBack() {
        if (open != null) {
            open.settle(Outcome.ROLLED_BACK);
            open = null;
        }
    }

    private void passDeadline() {
        cache.timers.fire();
        pending().forEach(Transaction::expire);
    }

    private Stream<Transaction> pending() {
        return Stream.concat(Stream.ofNullable(open), committed.stream());
    }

    /** A read of one key: the truth; without read-through, once the table has been loaded, nothing for what was never there. */
    private void answered(Optional<Row> answer, @Nullable Row truth) {
        boolean mayBeEmpty =
                !readThrough && cache.engine.isReady() && (truth == null || !everHeld.contains(truth.id()));
        boolean mustBeEmpty = mayBeEmpty && !everLost;
        if (mustBeEmpty || mayBeEmpty && answer.isEmpty()) {
            assertThat(answer).isEmpty();
        } else {
            assertThat(answer).isEqualTo(Optional.ofNullable(truth));
        }
    }

    private void getMany(long from, long to) {
        List<Long> ids = LongStream.rangeClosed(Math.min(from, to), Math.max(from, to))
                .boxed()
                .toList();
        Map<Long, Row> found = cache.byId.getMany(ids);
        ids.forEach(id -> answered(Optional.ofNullable(found.get(id)), cache.table.row(id)));
        assertThat(List.copyOf(found.keySet())).isSorted();
    }

    /** Takes the e-mail; whoever had it gets this row's in the same commit. */
    private void changeEmail(Row row, String email, boolean known) {
        commit(known, withEmail(row, email));
    }

    private Row[] withEmail(Row row, String email) {
        Row owner = truth(cache.model.email).get(email);
        Row changed = row.email(email);
        return owner == null || owner.id() == row.id()
                ? new Row[] {changed}
                : new Row[] {changed, owner.email(row.email())};
    }

    private void changeLogin(Row row, int number) {
        TenantLogin login = login(number);
        Row owner = truth(cache.model.login).get(login);
        Row changed = row.login(login.tenant(), login.login());
        if (owner == null || owner.id() == row.id()) {
            commit(true, changed);
        } else {
            commit(true, changed, owner.login(row.tenant(), row.login()));
        }
    }

    private void commit(boolean known, Row... rows) {
        if (!known) {
            cache.write(rows);
            return;
        }
        List<Row> before = new ArrayList<>();
        for (Row row : rows) {
            before.add(cache.table.row(row.id()));
        }
        cache.table.put(rows);
        for (int i = 0; i < rows.length; i++) {
            cache.announce(before.get(i), rows[i]);
        }
    }

    /** A row whose keys nobody has; the table has room for one more, or there would be nothing to insert. */
    private Row newRow(long id) {
        Set<String> emails = truth(cache.model.email).keySet();
        Set<TenantLogin> logins = truth(cache.model.login).keySet();
        int email = IntStream.range(0, IDS)
                .filter(number -> !emails.contains(Row.email(number)))
                .findFirst()
                .orElseThrow();
        int login = IntStream.range(0, IDS)
                .filter(number -> !logins.contains(login(number)))
                .findFirst()
                .orElseThrow();
        return Row.of(id)
                .email(Row.email(email))
                .login(login(login).tenant(), login(login).login());
    }

    private static TenantLogin login(int number) {
        Row row = Row.of(number);
        return row.tenantLogin();
    }

    private static Status status(int number) {
        return Status.values()[number % Status.values().length];
    }

    /** The table by a unique key. */
    private <K> Map<K, Row> truth(KeyModel<Row, K> key) {
        Map<K, Row> rows = new HashMap<>();
        for (Row row : cache.table.rows()) {
            K value = key.of().apply(row);
            if (value != null) {
                assertThat(rows.put(value, row))
                        .as("the table's own constraint")
                        .isNull();
            }
        }
        return rows;
    }

    private <K> List<Row> list(KeyModel<Row, K> key, K value) {
        return cache.table.rows().stream()
                .filter(row -> value.equals(key.of().apply(row)))
                .toList();
    }

    /** All that memory would answer now, under every key there is. */
    private void checkHeld() {
        Map<Question, List<Row>> truths = new LinkedHashMap<>();
        Map<String, Row> emails = truth(cache.model.email);
        Map<TenantLogin, Row> logins = truth(cache.model.login);
        for (int number = 0; number < IDS; number++) {
            Row row = cache.table.row(number);
            held(cache.byId.peek((long) number), row, new Question(0, (long) number));
            String email = Row.email(number);
            held(cache.byEmail.peek(email), emails.get(email), new Question(1, email));
            TenantLogin login = login(number);
            held(cache.byLogin.peek(login), logins.get(login), new Question(2, login));
        }
        for (Status status : Status.values()) {
            truths.put(new Question(3, status), list(cache.model.status, status));
        }
        for (int tenant = 0; tenant < 3; tenant++) {
            truths.put(new Question(4, "t" + tenant), list(cache.model.tenant, "t" + tenant));
        }
        truths.put(Question.EVERYTHING, cache.table.rows());
        truths.forEach((question, rows) -> {
            List<Row> list = cache.engine.parts().lists().get(question);
            mustBe(list == null || list.equals(rows), "the list", question, list);
        });
        pending()
                .forEach(pending -> mustBe(
                        pending.isExpired() || pending.isOutOfMemory(), "out of memory", "a transaction", pending));
        StoreIntegrity.checkLists(
                cache.engine.parts().store(), cache.engine.parts().lists());
        if (cache.engine.parts().coverage().isWhole()) {
            assertThat(heldIds().collect(Collectors.toSet()))
                    .isEqualTo(
                            Set.copyOf(cache.table.rows().stream().map(Row::id).toList()));
        }
    }

    private Stream<Long> heldIds() {
        return cache.engine.parts().store().entries().stream()
                .map(entry -> entry.snapshot().id());
    }

    private void held(Optional<Row> peeked, @Nullable Row truth, Question question) {
        mustBe(peeked.isEmpty() || peeked.get().equals(truth), "the row", question, peeked);
        mustBe(truth == null || !cache.engine.parts().negatives().knows(question), "absent", question, truth);
    }

    private static void mustBe(boolean so, String what, Object key, @Nullable Object found) {
        if (!so) {
            throw new AssertionError(found + " is not " + what + " of " + key);
        }
    }
}
