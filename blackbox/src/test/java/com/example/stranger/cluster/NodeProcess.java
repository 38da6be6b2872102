package com.example.stranger.cluster;

import com.example.stranger.support.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node that runs {@link NodeProgram}. For one thread, but for its listener, which a thread of its own calls. */
final class NodeProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final String READY = "ready";

    private final NodeSettings settings;
    private final Listener listener;
    private final Path log;
    private final Process process;
    private final OutputStream commands;
    private final Thread ears;

    /** What was answered to commands. */
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /** Whether it keeps its writers from writing. */
    private boolean paused = true;

    private boolean working;

    private volatile boolean connected;
    private volatile long connectedSince;

    /** Hears what a node says by itself. */
    interface Listener {
        /** The words of one line. */
        void heard(NodeSettings node, List<String> words);
    }

    private NodeProcess(NodeSettings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
        try {
            log = Files.createTempFile("turnkey-" + settings.name() + "-", ".log");
            List<String> options = List.of("-Xmx128m");
            List<String> command = Child.command(
                    options, NodeProgram.class, settings.arguments().toArray(String[]::new));
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.getOutputStream();
        ears = new Thread(this::listen, settings.name());
        ears.start();
    }

    /** Starts, and does not wait: {@link #awaitReady} does. */
    static NodeProcess start(NodeSettings settings, Listener listener) {
        return new NodeProcess(settings, listener);
    }

    NodeSettings settings() {
        return settings;
    }

    /** Waits until its caches are open. */
    void awaitReady() {
        await(READY);
    }

    /** Waits until it works, paused at first. */
    void begin() {
        if (!working) {
            awaitReady();
            execute("start");
            working = true;
        }
    }

    /** Whether it works; one that has come up begins now. */
    boolean works() {
        if (READY.equals(answers.peek())) {
            begin();
        }
        return working;
    }

    /** Begins to pause; answers whether {@link #finish} has to follow. */
    boolean pause() {
        return !paused && pause(true);
    }

    /** Begins to go on; answers whether {@link #finish} has to follow. */
    boolean resume() {
        return paused && pause(false);
    }

    private boolean pause(boolean pause) {
        paused = pause;
        send(pause ? "pause" : "resume");
        return true;
    }

    /** Whether it hears Redis, as far as it has told. */
    boolean isConnected() {
        return connected;
    }

    /** When it last told that it hears Redis, in microseconds. */
    long connectedSince() {
        return connectedSince;
    }

    /** What is answered when it has been done. */
    List<String> execute(String command) {
        send(command);
        return finish();
    }

    /** Begins with it; {@link #finish} has to follow. */
    void send(String command) {
        try {
            commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
        } catch (IOException e) {
            throw new IllegalStateException(died(), e);
        }
    }

    /** What was answered to the command that was sent. */
    List<String> finish() {
        return await("done");
    }

    View view() {
        return View.parse(execute("view"));
    }

    /** Ends it at once, as if its power were cut. Everything that it had said has been heard when this returns. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(settings.name() + " does not die");
            }
            ears.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets it close its caches. */
    void end() {
        send("close");
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(died());
            }
            ears.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        log.toFile().delete();
    }

    private List<String> await(String end) {
        List<String> lines = new ArrayList<>();
        try {
            while (true) {
                String line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw new IllegalStateException(settings.name() + " does not answer");
                } else if (line.isEmpty()) {
                    throw new IllegalStateException(died());
                } else if (line.equals(end)) {
                    return lines;
                }
                lines.add(line.substring(line.indexOf('\t') + 1));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        answers.add("");
    }

    private void heard(String line) {
        List<String> words = List.of(line.split("\t", -1));
        switch (words.get(0)) {
            case READY, "done", "answer" -> answers.add(line);
            default -> {
                if (words.get(0).equals("connected")) {
                    connectedSince = Long.parseLong(words.get(1));
                    connected = true;
                } else if (words.get(0).equals("disconnected")) {
                    connected = false;
                }
                listener.heard(settings, words);
            }
        }
    }

    private String died() {
        try {
            return settings.name() + " has ended: " + Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
