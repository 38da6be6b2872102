package io.turnkey.example.guide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The caches' health over HTTP, for a load balancer. */
public final class HealthEndpoint {
    private HealthEndpoint() {}

    /** Runs it. */
    public static void main(String... args) throws IOException, InterruptedException {
        try (ShopDatabase database = ShopDatabase.small()) {
            CacheGroup caches = GeneratedCaches.all()
                    .only(CountryCache.class, CustomerCache.class)
                    .open(database.entityManagerFactory());
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/health", exchange -> {
                // health() never reads the database, so that a probe may come every second.
                CacheHealth health = caches.health();
                // DEGRADED answers all the same, by reading through. Only DOWN shall take this node out of service.
                answer(exchange, health.status() == CacheHealth.Status.DOWN ? 503 : 200, json(health));
            });
            server.start();
            get(server, "/health");
            caches.close();
            get(server, "/health");
            server.stop(0);
        }
    }

    private static String json(CacheHealth health) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("status", health.status().name());
            json.writeObjectFieldStart("models");
            for (CacheHealth.Model model : health.models().values()) {
                json.writeObjectFieldStart(model.model());
                json.writeStringField("status", model.status().name());
                json.writeNumberField("size", model.size());
                json.writeStringField("problems", String.join("; ", model.problems()));
                json.writeEndObject();
            }
        } // Closes every object that is open.
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Asks as the load balancer does. */
    private static void get(HttpServer server, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        System.out.println("GET " + path + " " + response.statusCode() + " " + response.body());
    }
}
