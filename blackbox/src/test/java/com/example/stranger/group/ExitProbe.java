package com.example.stranger.group;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.ids.Airport;
import com.example.blackbox.ids.AirportCache;
import com.example.blackbox.rules.Document;
import com.example.blackbox.rules.DocumentCache;
import com.example.stranger.support.Unit;
import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.annotation.LoadMode;

/** A program that opens caches, and ends in one of several ways; {@link ExitTest} runs it in a JVM of its own. */
final class ExitProbe {
    /** How the program ends. */
    enum End {
        RETURN,
        EXIT,
        THROW,
        CLOSE_FIRST
    }

    private ExitProbe() {}

    public static void main(String[] arguments) {
        Unit unit = new Unit(Airport.class, Document.class);
        CacheGroup group = GeneratedCaches.all()
                .name("shop")
                .on(CacheEvent.Closed.class, event -> System.out.println("closed " + event.model()))
                .open(unit.factory());
        AirportCache alone = AirportCache.builder()
                .configure(o -> o.load(LoadMode.LAZY))
                .on(CacheEvent.Closed.class, event -> System.out.println("closed alone"))
                .open(unit.factory());
        for (int times = 0; times < 2; times++) {
            group.closeOnShutdown();
            group.get(DocumentCache.class).closeOnShutdown();
            alone.closeOnShutdown();
        }
        Document document = new Document();
        document.id = 1L;
        document.slug = "slug";
        unit.write(em -> em.persist(document));
        System.out.println(
                "found " + group.get(DocumentCache.class).getBySlug("slug").isPresent());
        switch (End.valueOf(arguments[0])) {
            case RETURN -> System.out.println("end");
            case EXIT -> System.exit(3);
            case THROW -> throw new IllegalStateException("a bug");
            case CLOSE_FIRST -> {
                group.close();
                alone.close();
                System.out.println("end");
            }
        }
    }
}
