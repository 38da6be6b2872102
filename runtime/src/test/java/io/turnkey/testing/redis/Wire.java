package io.turnkey.testing.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A way to a server on which a pipeline can be taken apart: between its first command and the others anything may happen. */
public final class Wire implements AutoCloseable {
    private final int target;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Order> pipeline = new AtomicReference<>();
    private final AtomicReference<@Nullable Order> answer = new AtomicReference<>();

    private record Order(String text, Hold hold) {}

    /** What is held until the test lets it go. */
    public static final class Hold {
        private static final long PATIENCE_SECONDS = 60;

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        private Hold() {}

        /** Waits until it is there. */
        public void awaitReached() {
            await(reached, "Nothing came that is to be held");
        }

        public void open() {
            opened.countDown();
        }

        private void pass() {
            reached.countDown();
            await(opened, "Nobody let go what is held");
        }

        private static void await(CountDownLatch latch, String otherwise) {
            try {
                if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(otherwise);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public Wire(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public String url() {
        return "redis://127.0.0.1:" + entry.getLocalPort();
    }

    /** Of the next pipeline that contains {@code text} the first command goes to the server; when that has answered, the others are held. */
    public Hold holdBehindTheFirst(String text) {
        return hold(pipeline, text);
    }

    /** Holds the next answer, or message, that contains {@code text}, and what follows on its connection. */
    public Hold holdAnswer(String text) {
        return hold(answer, text);
    }

    private static Hold hold(AtomicReference<@Nullable Order> what, String text) {
        Hold hold = new Hold();
        what.set(new Order(text, hold));
        return hold;
    }

    @Override
    public void close() {
        open.forEach(Wire::close);
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                connect(entry.accept());
            } catch (IOException e) {
                // Closed, or the server is down: who connects notices.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            near.close();
            throw e;
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        Semaphore answers = new Semaphore(0);
        start(() -> pump(near, far, (bytes, length, out) -> send(bytes, length, out, answers)));
        start(() -> pump(far, near, (bytes, length, out) -> bring(bytes, length, out, answers)));
    }

    private interface Passing {
        void pass(byte[] bytes, int length, OutputStream out) throws IOException;
    }

    private void pump(Socket from, Socket to, Passing passing) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                passing.pass(buffer, n, out);
            }
        } catch (IOException e) {
            // One side has ended the connection; so does the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Commands; nobody has to wait for the answers of those before, since a client sends nothing while it waits. */
    private void send(byte[] bytes, int length, OutputStream out, Semaphore answers) throws IOException {
        String sent = text(bytes, length);
        int second = sent.indexOf("\r\n*") + 2;
        Order order = second < 2 ? null : taken(pipeline, sent);
        if (order == null) {
            out.write(bytes, 0, length);
            return;
        }
        answers.drainPermits();
        out.write(bytes, 0, second);
        answers.acquireUninterruptibly();
        order.hold().pass();
        out.write(bytes, second, length - second);
    }

    private void bring(byte[] bytes, int length, OutputStream out, Semaphore answers) throws IOException {
        answers.release();
        Order order = taken(answer, text(bytes, length));
        if (order != null) {
            order.hold().pass();
        }
        out.write(bytes, 0, length);
    }

    /** The order that is meant, which is carried out once. */
    private static @Nullable Order taken(AtomicReference<@Nullable Order> what, String passing) {
        Order order = what.get();
        return order != null && passing.contains(order.text()) && what.compareAndSet(order, null) ? order : null;
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
