package io.turnkey.example.tour;

import io.turnkey.CacheGroup;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.console.Terminal;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.data.ShopLoad;
import io.turnkey.example.data.ShopSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        run(size, null);
    }

    /** The same with a Redis, and then what a second node makes of it. */
    public void runWithRedis(ShopSize size) {
        try (EmbeddedRedis redis = EmbeddedRedis.start()) {
            run(size, redis);
        }
    }

    private void run(ShopSize size, @Nullable EmbeddedRedis redis) {
        long start = System.nanoTime();
        narrator.chapter(
                "A shop in memory",
                "H2 and Hibernate, without Turnkey so far. Countries, currencies and time zones come from the JDK,"
                        + " the rest is made up, and the same in every run.");
        try (ShopDatabase database = new ShopDatabase()) {
            new ShopLoad(database.entityManagerFactory(), narrator.progress()).run(size);
            try (CacheGroup caches = Opening.open(database.entityManagerFactory(), redis, narrator)) {
                Scene scene = new Scene(database.entityManagerFactory(), caches, narrator);
                CHAPTERS.forEach(chapter -> chapter.tell(scene));
                if (redis != null) {
                    new WithRedis(redis, database, scene).tell();
                }
            }
        }
        narrator.pause();
        narrator.say(narrator.chapters() + " chapters in " + Numbers.timeSince(start)
                + ". The code is in example-app/src/main/java/io/turnkey/example: model has the entities, tour has"
                + " these chapters.");
    }
}
