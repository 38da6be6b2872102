package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberCache.TenantAndLogin;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.stress.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What a cache can be asked: a key and its value, or a key with all its values at once. */
record Question(Key key, String value) {
    /** The ways to a row. */
    enum Key {
        ID,
        EMAIL,
        LOGIN,
        TIER,
        ALL,
        MANY_IDS,
        MANY_EMAILS,
        MANY_LOGINS
    }

    private static final List<Long> IDS =
            LongStream.rangeClosed(0, Operation.ROWS).boxed().toList();
    private static final List<String> EMAILS = keys(Operation::email);
    private static final List<String> LOGINS = keys(Operation::login);

    /** Every question, also some that nothing answers. */
    static List<Question> all() {
        List<Question> all = new ArrayList<>();
        IDS.forEach(id -> all.add(new Question(Key.ID, id.toString())));
        EMAILS.forEach(email -> all.add(new Question(Key.EMAIL, email)));
        LOGINS.forEach(login -> all.add(new Question(Key.LOGIN, login)));
        for (int value = 0; value <= Operation.VALUES; value++) {
            all.add(new Question(Key.TIER, Operation.tier(value)));
        }
        for (Key key : List.of(Key.ALL, Key.MANY_IDS, Key.MANY_EMAILS, Key.MANY_LOGINS)) {
            all.add(new Question(key, ""));
        }
        return all;
    }

    static Question parse(String text) {
        String[] parts = text.split(":", 2);
        return new Question(Key.valueOf(parts[0]), parts[1]);
    }

    String text() {
        return key + ":" + value;
    }

    /** Whether the answer has that row. */
    boolean concerns(RowState row) {
        return switch (key) {
            case ID -> value.equals(Long.toString(row.id()));
            case EMAIL -> value.equals(row.email());
            case LOGIN -> value.equals(row.login());
            case TIER -> value.equals(row.tier());
            case MANY_EMAILS -> EMAILS.contains(row.email());
            case MANY_LOGINS -> LOGINS.contains(row.login());
            case ALL, MANY_IDS -> true;
        };
    }

    List<RowState> ask(SubscriberCache cache) {
        return rows(cache).stream().map(RowState::of).toList();
    }

    private Collection<SubscriberSnapshot> rows(SubscriberCache cache) {
        return switch (key) {
            case ID -> list(cache.getById(Long.valueOf(value)));
            case EMAIL -> list(cache.getByEmail(value));
            case LOGIN -> list(cache.getByTenantAndLogin(1L, value));
            case TIER -> cache.listByTier(value);
            case ALL -> cache.listAll();
            case MANY_IDS -> cache.getManyById(IDS).values();
            case MANY_EMAILS -> cache.getManyByEmail(EMAILS).values();
            case MANY_LOGINS ->
                cache.getManyByTenantAndLogin(LOGINS.stream()
                                .map(login -> new TenantAndLogin(1L, login))
                                .toList())
                        .values();
        };
    }

    private static List<SubscriberSnapshot> list(Optional<SubscriberSnapshot> row) {
        return row.stream().toList();
    }

    private interface Name {
        String of(long row, int value);
    }

    private static List<String> keys(Name name) {
        List<String> keys = new ArrayList<>();
        for (long row = 0; row < Operation.ROWS; row++) {
            for (int value = 0; value < Operation.VALUES; value++) {
                keys.add(name.of(row, value));
            }
        }
        return keys;
    }
}
