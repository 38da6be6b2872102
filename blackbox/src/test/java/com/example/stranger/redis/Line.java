package com.example.stranger.redis;

import com.example.stranger.fresh.Gate;
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
import java.util.concurrent.atomic.AtomicReference;

/** One node's way to Redis, which can be cut, and on which one command can be held while the others pass. */
final class Line implements AutoCloseable {
    private final int target;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Order> order = new AtomicReference<>();
    private volatile boolean cut;

    private record Order(String text, Gate gate) {}

    Line(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url() {
        return "redis://127.0.0.1:" + entry.getLocalPort();
    }

    /** Connections break, and none can be made. */
    void cut() {
        cut = true;
        open.forEach(Line::close);
    }

    void restore() {
        cut = false;
    }

    /** Holds the next command that contains {@code text}, and what follows on its connection. */
    Gate holdNext(String text) {
        Gate gate = new Gate();
        order.set(new Order(text, gate));
        return gate;
    }

    @Override
    public void close() {
        cut();
        Order last = order.getAndSet(null);
        if (last != null) {
            last.gate().open();
        }
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                if (cut) {
                    near.close();
                } else {
                    connect(near);
                }
            } catch (IOException e) {
                // Closed, or the server is down: the node notices.
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
        start(() -> pump(near, far, true));
        start(() -> pump(far, near, false));
        if (cut) {
            cut();
        }
    }

    private void pump(Socket from, Socket to, boolean commands) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (commands) {
                    obey(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // One side has ended the connection; so does the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void obey(String sent) {
        Order current = order.get();
        if (current != null && sent.contains(current.text()) && order.compareAndSet(current, null)) {
            current.gate().pass();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
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
