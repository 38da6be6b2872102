package com.example.stranger.stress;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.stress.History.Read;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Asks one cache and checks its answers. */
public final class Reader {
    private final SubscriberCache cache;
    private final History history;

    /** What answers of this cache have shown to anybody. */
    private final Seen seen = new Seen();

    public Reader(SubscriberCache cache, History history) {
        this.cache = cache;
        this.history = history;
    }

    /** Asks something. */
    public void read(Random random) {
        long row = random.nextInt(Operation.ROWS);
        int value = random.nextInt(Operation.VALUES);
        switch (random.nextInt(9)) {
            case 0, 1 -> byId(row);
            case 2, 3 -> byEmail(Operation.email(row, value));
            case 4 -> byLogin(Operation.login(row, value));
            case 5 -> manyById(LongStream.range(row, Operation.ROWS).boxed().toList());
            case 6 -> peek(row);
            case 7 -> byTier(Operation.tier(value));
            default -> all();
        }
    }

    /** Asks for what a writer has just written. */
    public void readOwn(Write write) {
        write.states().forEach((row, state) -> {
            byId(row);
            if (state.isPresent()) {
                byEmail(state.email());
                byLogin(state.login());
                byTier(state.tier());
            }
        });
    }

    private void byId(long row) {
        Read read = history.begin("getById " + row, seen);
        Optional<SubscriberSnapshot> answer = cache.getById(row);
        answer.ifPresent(read::answered);
        if (answer.isEmpty()) {
            read.complete((id, state) -> id == row && state.isPresent(), List.of());
        }
    }

    private void byEmail(String email) {
        Read read = history.begin("getByEmail " + email, seen);
        Optional<SubscriberSnapshot> answer = cache.getByEmail(email);
        answer.ifPresent(it -> {
            read.answered(it);
            if (!it.email().equals(email)) {
                read.violated("has another key", it);
            }
        });
        if (answer.isEmpty()) {
            read.complete((id, state) -> email.equals(state.email()), List.of());
        }
    }

    private void byLogin(String login) {
        Read read = history.begin("getByTenantAndLogin " + login, seen);
        Optional<SubscriberSnapshot> answer = cache.getByTenantAndLogin(1L, login);
        answer.ifPresent(it -> {
            read.answered(it);
            if (!it.login().equals(login)) {
                read.violated("has another key", it);
            }
        });
        if (answer.isEmpty()) {
            read.complete((id, state) -> login.equals(state.login()), List.of());
        }
    }

    private void manyById(List<Long> rows) {
        Read read = history.begin("getManyById " + rows, seen);
        Map<Long, SubscriberSnapshot> answer = cache.getManyById(rows);
        answer.values().forEach(read::answered);
        read.complete((id, state) -> rows.contains(id) && state.isPresent(), List.copyOf(answer.values()));
    }

    private void peek(long row) {
        Read read = history.begin("peekById " + row, seen);
        cache.peekById(row).ifPresent(read::answered);
    }

    private void byTier(String tier) {
        Read read = history.begin("listByTier " + tier, seen);
        List<SubscriberSnapshot> answer = cache.listByTier(tier);
        answer.forEach(it -> {
            read.listed(it);
            if (!Objects.equals(it.tier(), tier)) {
                read.violated("is in the wrong list", it);
            }
        });
        read.complete((id, state) -> tier.equals(state.tier()), answer);
    }

    private void all() {
        Read read = history.begin("listAll", seen);
        List<SubscriberSnapshot> answer = cache.listAll();
        answer.forEach(read::listed);
        read.complete((id, state) -> state.isPresent(), answer);
    }
}
