package io.turnkey.example.tour;

import io.turnkey.CacheGroup;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.data.ShopLoad;
import io.turnkey.example.data.ShopSize;
import java.util.List;

/** The guided tour, from an empty database to the statistics. */
public final class Tour {
    private static final List<Chapter> CHAPTERS = List.of(
            new HitsAndMisses(),
            new EveryKey(),
            new TypedKeys(),
            new CompleteLists(),
            new ManyAtOnce(),
            new Hierarchy(),
            new LookOnly(),
            new AfterWrites(),
            new WithoutEntities(),
            new WrittenByOthers(),
            new Events(),
            new NoSuchRow(),
            new Limits(),
            new Tools(),
            new WithoutDatabase(),
            new Figures(),
            new BesideJpa());

    private final Narrator narrator;

    /** A tour that is told on {@code terminal}. */
    public Tour(Terminal terminal) {
        narrator = new Narrator(terminal);
    }

    /** Fills a shop of this size and shows it. */
    public void run(ShopSize size) {
        long start = System.nanoTime();
        narrator.chapter(
                "A shop in memory",
                "H2 and Hibernate, without Turnkey so far. Countries, currencies and time zones come from the JDK,"
                        + " the rest is made up, and the same in every run.");
        try (ShopDatabase database = new ShopDatabase()) {
            new ShopLoad(database.entityManagerFactory(), narrator.progress()).run(size);
            try (CacheGroup caches = Opening.open(database.entityManagerFactory(), narrator)) {
                Scene scene = new Scene(database.entityManagerFactory(), caches, narrator);
                CHAPTERS.forEach(chapter -> chapter.tell(scene));
            }
        }
        narrator.pause();
        narrator.say(narrator.chapters() + " chapters in " + Numbers.timeSince(start)
                + ". The code is in example-app/src/main/java/io/turnkey/example: model has the entities, tour has"
                + " these chapters.");
    }
}
