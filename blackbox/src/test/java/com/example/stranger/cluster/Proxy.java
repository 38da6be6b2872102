package com.example.stranger.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP relay on this machine that can stop in either direction, as a network does: nobody is told, and connections stay. */
final class Proxy implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** Guarded by this. */
    private boolean requestsHeld;

    /** Guarded by this. */
    private boolean answersHeld;

    private volatile boolean refusing;

    /** Relays to that port of this machine. */
    Proxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("accept", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on, or not any more, what is sent in these directions waits. */
    synchronized void hold(boolean requests, boolean answers) {
        requestsHeld = requests;
        answersHeld = answers;
        notifyAll();
    }

    /** Breaks all connections, with what waits in them. */
    void reset() {
        sockets.forEach(Proxy::close);
    }

    /** Breaks all connections, and each new one at once; or lets them be again. */
    void refuse(boolean refuse) {
        refusing = refuse;
        reset();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuse(true);
        hold(false, false);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                if (refusing) {
                    client.close();
                    continue;
                }
                daemon("connect", () -> connect(client));
            } catch (IOException e) {
                // Closed, or out of connections for a moment.
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket upstream = new Socket(InetAddress.getByName("127.0.0.1"), target);
            upstream.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(upstream);
            if (refusing) {
                reset();
            }
            daemon("requests", () -> relay(client, upstream, true));
            relay(upstream, client, false);
        } catch (IOException e) {
            close(client);
        }
    }

    private void relay(Socket from, Socket to, boolean client) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage(client);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Either side has gone.
        } finally {
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private synchronized void awaitPassage(boolean client) {
        while (client ? requestsHeld : answersHeld) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }
}
