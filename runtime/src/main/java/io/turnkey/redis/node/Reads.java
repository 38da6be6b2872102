package io.turnkey.redis.node;

import io.turnkey.redis.model.Found;
import io.turnkey.redis.model.ModelCommands;
import io.turnkey.spi.SharedModel.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks for copies on other threads than the callers'; questions that wait at the same time go in one call. For all threads. */
final class Reads {
    /** So that a model cannot take every thread of the group. */
    private static final int CALLS_AT_ONCE = 2;

    private static final int QUESTIONS_AT_ONCE = 256;

    private final ModelCommands commands;
    private final Executor threads;
    private final Queue<Call> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();

    private record Call(List<Question> questions, CompletableFuture<Found> answer) {}

    Reads(ModelCommands commands, Executor threads) {
        this.commands = commands;
        this.threads = threads;
    }

    /** The answers to parts of the questions, as many as one script looks for without keeping others waiting. Each may hold others' rows too, and fails with what the client throws. */
    List<CompletableFuture<Found>> ask(List<Question> questions) {
        List<CompletableFuture<Found>> answers = new ArrayList<>(1);
        for (int from = 0; from < questions.size(); from += QUESTIONS_AT_ONCE) {
            int to = Math.min(questions.size(), from + QUESTIONS_AT_ONCE);
            Call call = new Call(questions.subList(from, to), new CompletableFuture<>());
            waiting.add(call);
            answers.add(call.answer());
            wake();
        }
        return answers;
    }

    private void wake() {
        int busy = running.get();
        while (busy < CALLS_AT_ONCE && !waiting.isEmpty()) {
            if (running.compareAndSet(busy, busy + 1)) {
                threads.execute(this::run);
                return;
            }
            busy = running.get();
        }
    }

    private void run() {
        try {
            List<Call> calls = next();
            if (!calls.isEmpty()) {
                answer(calls);
            }
        } finally {
            running.decrementAndGet();
            wake();
        }
    }

    private void answer(List<Call> calls) {
        List<Question> questions = new ArrayList<>();
        calls.forEach(call -> questions.addAll(call.questions()));
        try {
            Found found = commands.read(questions);
            calls.forEach(call -> call.answer().complete(found));
        } catch (Throwable e) {
            calls.forEach(call -> call.answer().completeExceptionally(e));
        }
    }

    /** Whoever has given up is left out. */
    private List<Call> next() {
        List<Call> calls = new ArrayList<>();
        int questions = 0;
        for (@Nullable Call call = waiting.poll();
                call != null;
                call = questions < QUESTIONS_AT_ONCE ? waiting.poll() : null) {
            if (!call.answer().isDone()) {
                calls.add(call);
                questions += call.questions().size();
            }
        }
        return calls;
    }
}
