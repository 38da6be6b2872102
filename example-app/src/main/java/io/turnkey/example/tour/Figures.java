package io.turnkey.example.tour;

import io.turnkey.CacheStats;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.console.Table;

/** What the caches counted. */
final class Figures implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        narrator.chapter(
                "Statistics",
                "Always on. Hits and misses are reads by id or key; a load is one visit to the database, however many"
                        + " rows it brings. The customers' hit rate is the tour's: it mostly asked for what was not there yet.");
        narrator.code("caches.stats()");
        Table table = new Table("model", "rows", "hits", "misses", "hit rate", "lists", "loads", "a load", "failed");
        scene.caches()
                .stats()
                .forEach((model, stats) -> table.row(
                        model,
                        Numbers.count(stats.size()),
                        Numbers.count(stats.hits()),
                        Numbers.count(stats.misses()),
                        hitRate(stats),
                        Numbers.count(stats.lists()),
                        Numbers.count(stats.loads()),
                        load(stats),
                        Numbers.count(stats.loadFailures())));
        narrator.table(table);
    }

    private static String hitRate(CacheStats stats) {
        return stats.hits() + stats.misses() == 0 ? "-" : Numbers.percent(stats.hitRate());
    }

    private static String load(CacheStats stats) {
        return stats.loads() == 0 ? "-" : Numbers.time((double) stats.loadTime().toNanos() / stats.loads());
    }
}
