package io.turnkey.redis.model;

import io.turnkey.redis.client.Server;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/** What can be asked of Redis about one model; each call is one script, blocks, and throws what Jedis throws. */
public final class ModelCommands {
    private final Server server;
    private final Keys keys;
    private final byte[] fingerprint;
    private final String node;
    private final boolean told;
    private final ServerClock clock = new ServerClock();
    private final Script state;
    private final Script invalidate;
    private final Script read;
    private final Script fill;
    private final Script lacking;
    private final Script since;

    /**
     * @param node random, tells this process from others
     * @param told whether others are told of writes, and heartbeats are heard
     */
    public ModelCommands(Server server, Keys keys, String fingerprint, String node, boolean told) {
        this.server = server;
        this.keys = keys;
        this.fingerprint = StoredCopy.fingerprint(fingerprint);
        this.node = node;
        this.told = told;
        this.state = Script.of("state", keys);
        this.invalidate = Script.of("invalidate", keys);
        this.read = Script.alone("read", keys);
        this.fill = Script.ofCopies("fill", keys);
        this.lacking = Script.ofCopies("lacking", keys);
        this.since = Script.of("since", keys);
    }

    /** Where the history stands. Sends a heartbeat to this node if there is a nonce. */
    public Standing state(@Nullable String nonce) {
        return standing(run(state, List.of(), state(nonce, false)));
    }

    /** Begins a new epoch. */
    public Position renew() {
        return standing(run(state, List.of(), state(null, true))).position();
    }

    private Standing standing(Object reply) {
        Standing standing = Replies.standing(reply);
        clock.is(standing.clock());
        return standing;
    }

    /** Invalidates and tells. */
    public Position invalidate(SharedChange change) {
        Set<String> ids = change.ids();
        List<byte[]> gone = new ArrayList<>();
        List<byte[]> arguments = new ArrayList<>(List.of(
                bytes(Randomness.text()),
                told ? keys.changes() : new byte[0],
                News.body(node, change),
                bytes(ids == null ? "1" : "")));
        if (ids != null) {
            for (String id : ids) {
                gone.add(keys.copy(id));
                arguments.add(bytes(id));
            }
        }
        Map<String, Set<String>> hashes = change.keyHashes();
        if (hashes != null) {
            hashes.forEach((key, values) -> values.forEach(hash -> gone.add(keys.link(key, hash))));
        }
        return Replies.position(run(invalidate, gone, arguments));
    }

    /** Looks for copies. */
    public Found read(List<Question> questions) {
        List<Question> byKey =
                questions.stream().filter(one -> one.key() != null).toList();
        List<Question> byId =
                questions.stream().filter(one -> one.key() == null).toList();
        List<byte[]> links = byKey.stream()
                .map(one -> keys.link(Objects.requireNonNull(one.key()), one.value()))
                .toList();
        List<byte[]> copies = byId.stream().map(one -> keys.copy(one.value())).toList();
        Server.Answers answers = read(links, copies);
        return Replies.found(answers, byKey, byId, fingerprint);
    }

    /** What the links lead to, and the copies, as {@code read.lua} answers them. MGET alone costs Redis half of what it does within a script. */
    private Server.Answers read(List<byte[]> links, List<byte[]> copies) {
        List<byte[]> arguments = List.of(keys.copies(), bytes(Integer.toString(links.size())));
        if (server.isOne() && !copies.isEmpty()) {
            try {
                return server.evalshaAndMget(read.digest(), all(links), arguments, copies);
            } catch (JedisNoScriptException | JedisRedirectionException e) {
                // Another process answers: what it has is looked at again, after it has been asked who it is. Or a
                // client that does not show that it is of a Cluster has asked one of the others, as its pipelines do.
            }
        }
        List<byte[]> both = new ArrayList<>(links);
        both.addAll(copies);
        Object reply = run(read, both, arguments);
        return new Server.Answers(reply, Replies.copies(reply));
    }

    /** Offers rows that loads read which knew this epoch. */
    public Position fill(String epoch, List<Offer> offers) {
        List<byte[]> stored = new ArrayList<>(offers.size() * 3);
        List<byte[]> arguments = new ArrayList<>(2 + offers.size() * 4);
        long now = clock.millis();
        arguments.add(bytes(epoch));
        arguments.add(bytes(Long.toString(now)));
        for (Offer offer : offers) {
            Outline row = offer.row();
            // Since it was written down other calls may have taken long.
            long left = row.millis();
            if (left <= 0) {
                continue;
            }
            stored.add(keys.copy(row.id()));
            offer.keyHashes().forEach((key, hash) -> stored.add(keys.link(key, hash)));
            arguments.add(bytes(row.id()));
            arguments.add(bytes(Long.toString(left)));
            arguments.add(StoredCopy.write(epoch, fingerprint, row.end() == null ? 0 : now + left, offer));
            arguments.add(bytes(Integer.toString(offer.keyHashes().size())));
        }
        Object reply = run(fill, stored, arguments);
        clock.is(Replies.clock(reply));
        return Replies.position(reply);
    }

    /** Which of the rows that loads read which knew this epoch are needed. */
    public Needed lacking(String epoch, List<Outline> rows) {
        List<byte[]> stored = new ArrayList<>();
        List<byte[]> arguments = new ArrayList<>(List.of(bytes(epoch), fingerprint));
        for (Outline row : rows) {
            stored.add(keys.copy(row.id()));
            String version = row.version();
            arguments.addAll(List.of(
                    bytes(row.id()),
                    bytes(Replies.digits(row.sequence())),
                    bytes(Long.toString(Math.max(1, row.millis()))),
                    bytes(version == null ? "" : version)));
        }
        return Replies.needed(run(lacking, stored, arguments));
    }

    /** Drops copies, whatever they are. */
    public void forget(Collection<String> ids) {
        server.unlink(ids.stream().map(keys::copy).toList());
    }

    /** What was invalidated after a position. */
    public Missed since(Position known) {
        return Replies.missed(
                run(since, List.of(), List.of(bytes(known.epoch()), bytes(Replies.digits(known.sequence())))));
    }

    /** Removes a part of the copies and links; answers where the next part begins, {@code null} after the last. */
    public byte @Nullable [] reclaim(byte[] cursor) {
        Server.Page page = server.scan(cursor, keys.pattern());
        if (!page.keys().isEmpty()) {
            server.unlink(page.keys());
        }
        return page.next();
    }

    private List<byte[]> state(@Nullable String nonce, boolean renewed) {
        return List.of(
                bytes(Randomness.text()),
                bytes(renewed ? "1" : ""),
                told ? keys.changes() : new byte[0],
                keys.beats(node),
                bytes(nonce == null || !told ? "" : nonce));
    }

    private Object run(Script script, List<byte[]> more, List<byte[]> arguments) {
        List<byte[]> all = all(more);
        try {
            return server.evalsha(script.digest(), all, arguments);
        } catch (JedisNoScriptException e) {
            if (script != state) {
                // Another process answers than when this script was last run: it is asked who it is first.
                standing(server.eval(state.text(), List.of(keys.meta(), keys.fences()), state(null, false)));
            }
            return server.eval(script.text(), all, arguments);
        }
    }

    private List<byte[]> all(List<byte[]> more) {
        List<byte[]> all = new ArrayList<>(more.size() + 2);
        all.add(keys.meta());
        all.add(keys.fences());
        all.addAll(more);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
