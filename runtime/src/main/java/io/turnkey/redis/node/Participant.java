package io.turnkey.redis.node;

import io.turnkey.redis.model.Missed;
import io.turnkey.redis.model.ModelCommands;
import io.turnkey.redis.model.News;
import io.turnkey.redis.model.News.Beat;
import io.turnkey.redis.model.News.Changed;
import io.turnkey.redis.model.Position;
import io.turnkey.redis.model.Randomness;
import io.turnkey.redis.node.History.Verdict;
import io.turnkey.spi.Member;
import io.turnkey.spi.SharedChange;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node's part in one model, see the package. Owned by the control thread. */
final class Participant {
    private enum State {
        /** Nothing is asked or believed. */
        APART,
        /** Finds out what was missed. */
        JOINING,
        /** Hears everything. */
        JOINED
    }

    private final String node;
    private final boolean hears;
    private final Member member;
    private final ModelCommands commands;
    private final Lane lane;
    private final Control control;
    private final Trust trust;
    private final Outbox outbox;
    private final Sender sender;
    private final Events events;

    private final History history = new History();
    private State state = State.APART;

    /** Of the heartbeat that was sent and not heard. */
    private @Nullable String nonce;

    /** Counts the attempts to join: answers to an earlier one do not count. */
    private int attempt;

    private boolean asking;
    private boolean answered;
    private boolean told;
    private boolean repairing;
    private boolean verifying;
    private boolean verifyAgain;

    /** How often messages were missed; read by anybody. */
    private final AtomicLong repairs = new AtomicLong();

    /** What the link has to know. */
    interface Events {
        void joined();

        void failed(Throwable cause);
    }

    Participant(
            String node,
            boolean hears,
            Member member,
            ModelCommands commands,
            Lane lane,
            Control control,
            Trust trust,
            Outbox outbox,
            Sender sender,
            Events events) {
        this.node = node;
        this.hears = hears;
        this.member = member;
        this.commands = commands;
        this.lane = lane;
        this.control = control;
        this.trust = trust;
        this.outbox = outbox;
        this.sender = sender;
        this.events = events;
    }

    boolean isJoined() {
        return state == State.JOINED;
    }

    /** Whether Redis answered, but a message to oneself has not arrived. */
    boolean isDeaf() {
        return state == State.JOINING && answered;
    }

    /** The channels are heard, if any are: joins, unless it has. */
    void join() {
        if (state == State.JOINED) {
            return;
        }
        state = State.JOINING;
        attempt++;
        if (!asking) {
            ask();
        }
    }

    /** How often messages were missed, and made up for. */
    long repairs() {
        return repairs.get();
    }

    private void ask() {
        asking = true;
        answered = false;
        String sent = Randomness.text();
        nonce = hears ? sent : null;
        int asked = attempt;
        Position known = history.known();
        lane.execute(() -> {
            try {
                state(known, sent);
                sender.flush();
                Missed missed = known == null ? new Missed(commands.state(null), null) : commands.since(known);
                control.execute(() -> answered(asked, missed));
            } catch (Throwable e) {
                control.execute(() -> refused(asked, e));
            }
        });
    }

    private void refused(int asked, Throwable cause) {
        asking = false;
        if (state != State.JOINING) {
            return;
        }
        if (asked == attempt) {
            events.failed(cause);
        } else {
            ask();
        }
    }

    private void answered(int asked, Missed missed) {
        asking = false;
        if (state != State.JOINING) {
            return;
        }
        if (asked != attempt) {
            ask();
            return;
        }
        trust.expect(missed.position());
        if (missed.ids() == null || !history.isIn(missed.position().epoch())) {
            begin(missed.position());
        } else if (history.misses(missed.position())) {
            repairs.incrementAndGet();
            member.changed(SharedChange.of(missed.ids()));
            history.repaired(missed.position().sequence());
        }
        answered = true;
        finish();
    }

    private void finish() {
        Position known = history.known();
        if (state != State.JOINING || !answered || nonce != null || known == null) {
            return;
        }
        state = State.JOINED;
        told = true;
        if (hears) {
            member.connected();
        }
        trust.give(known);
        sender.kick();
        events.joined();
        if (history.hasHole()) {
            repair();
        }
    }

    /** Nothing more is told. */
    void end() {
        trust.take();
        state = State.APART;
        nonce = null;
    }

    /** The connection failed. */
    void leave() {
        boolean first = state == State.JOINED || !told;
        end();
        outbox.dropBacklog();
        if (first) {
            told = true;
            if (hears) {
                member.disconnected();
            }
        }
    }

    void heard(News news) {
        if (news instanceof Changed changed) {
            changed(changed);
        } else if (news instanceof Beat beat) {
            beat(beat);
        } else if (isJoined() && !history.isIn(news.position().epoch())) {
            verify();
        }
    }

    private void changed(Changed news) {
        Verdict verdict = history.heard(news.position());
        if (verdict == Verdict.DUPLICATE) {
            return;
        }
        if (!news.origin().equals(node)) {
            member.changed(news.change());
        }
        Position known = history.known();
        if (known != null) {
            trust.seen(known);
        }
        if (isJoined() && verdict == Verdict.AHEAD) {
            repair();
        } else if (isJoined() && verdict == Verdict.FOREIGN) {
            verify();
        }
    }

    private void beat(Beat beat) {
        if (beat.nonce().equals(nonce)) {
            nonce = null;
            finish();
        }
        check(beat.position());
    }

    /** Something was heard that cannot be understood: it may have been of any row. */
    void garbled() {
        if (isJoined()) {
            repair();
        }
    }

    /** An answer has shown where the history stands. */
    void moved(Position position) {
        if (isJoined() && !history.isIn(position.epoch())) {
            verify();
        }
    }

    /**
     * Sends a heartbeat.
     *
     * @return whether the one before was heard
     */
    boolean beat() {
        if (nonce != null) {
            return false;
        }
        String sent = Randomness.text();
        nonce = sent;
        Position known = history.known();
        call(() -> state(known, sent), position -> {
            if (!hears && sent.equals(nonce)) {
                nonce = null;
            }
            trust.seen(position);
            moved(position);
        });
        return true;
    }

    private void check(Position position) {
        if (isJoined() && history.misses(position)) {
            repair();
        } else {
            moved(position);
        }
    }

    /** Finds out what was missed. */
    private void repair() {
        Position known = history.known();
        if (repairing || known == null) {
            return;
        }
        repairing = true;
        long farthest = history.farthest();
        call(() -> commands.since(known), missed -> repaired(missed, farthest));
    }

    private void repaired(Missed missed, long farthest) {
        repairing = false;
        if (!isJoined()) {
            return;
        }
        Position now = missed.position();
        if (!history.isIn(now.epoch()) || now.sequence() < farthest) {
            // Nobody is told a number before Redis has given it: it went back, or somebody else writes messages.
            verify();
            return;
        }
        repairs.incrementAndGet();
        if (missed.ids() == null) {
            member.lost();
        } else {
            member.changed(SharedChange.of(missed.ids()));
        }
        history.repaired(now.sequence());
        if (history.hasHole()) {
            repair();
        }
    }

    /** Finds out which epoch is the right one; until then nothing is believed. */
    private void verify() {
        trust.take();
        if (verifying) {
            verifyAgain = true;
            return;
        }
        verifying = true;
        verifyAgain = false;
        Position known = history.known();
        call(() -> state(known, null), this::verified);
    }

    private void verified(Position position) {
        verifying = false;
        if (!isJoined()) {
            return;
        }
        if (verifyAgain) {
            verify();
            return;
        }
        if (!history.isIn(position.epoch()) || history.farthest() > position.sequence()) {
            trust.expect(position);
            begin(position);
        }
        Position known = history.known();
        if (known != null) {
            trust.give(known);
        }
        sender.kick();
        check(position);
    }

    /** Nothing is known of what was before. */
    private void begin(Position position) {
        outbox.newEpoch();
        if (hears && history.known() != null) {
            repairs.incrementAndGet();
        }
        // Who never hears has nothing to lose at the start.
        if (hears || history.known() != null) {
            member.lost();
        }
        history.begin(position);
    }

    /** On the lane: where the history stands. If it went back, the server has lost some of it. */
    private Position state(@Nullable Position known, @Nullable String nonce) {
        Position position = commands.state(nonce);
        boolean wentBack =
                known != null && known.epoch().equals(position.epoch()) && position.sequence() < known.sequence();
        return wentBack ? commands.renew() : position;
    }

    private <T> void call(Supplier<T> question, Consumer<T> answer) {
        lane.execute(() -> {
            try {
                T answered = question.get();
                control.execute(() -> answer.accept(answered));
            } catch (Throwable e) {
                control.execute(() -> {
                    repairing = false;
                    verifying = false;
                    if (isJoined()) {
                        events.failed(e);
                    }
                });
            }
        });
    }
}
