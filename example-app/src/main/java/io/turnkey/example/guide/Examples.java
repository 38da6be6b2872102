package io.turnkey.example.guide;

import java.util.Arrays;
import java.util.List;

/** Lists the examples, or runs one: {@code mvn -q compile exec:java -Dexample=Bulk}. */
public final class Examples {
    /** Every example, in the order of the page. */
    public static final List<Example> ALL = List.of(
            new Example("BasicUsage", "one model: rows by id and by every key, lists, writes", BasicUsage::main),
            new Example("SeveralModels", "all models of a module as one group", SeveralModels::main),
            new Example("ReadThrough", "what a miss does, and what many at once do", ReadThrough::main),
            new Example("Bulk", "many rows by one statement", Bulk::main),
            new Example("ManualRefresh", "read what others wrote, when you say so", ManualRefresh::main),
            new Example("SelectiveInvalidation", "drop no more than what changed", SelectiveInvalidation::main),
            new Example("LazyHugeTable", "a table that memory must not hold whole", LazyHugeTable::main),
            new Example("Preloading", "rows from elsewhere than the database", Preloading::main),
            new Example("WarmUp", "hot rows before the first visitor", WarmUp::main),
            new Example("BackupAndRestore", "memory to a JSON file and back", BackupAndRestore::main),
            new Example("ErrorRecovery", "a database that is down, at the start and later", ErrorRecovery::main),
            new Example("RedisBackend", "rows that the next process finds in Redis", RedisBackend::main),
            new Example("ClusterSync", "nodes that hear of each other's commits", ClusterSync::main),
            new Example("CustomLogger", "what happens, in your own log", CustomLogger::main),
            new Example("HealthEndpoint", "health over HTTP", HealthEndpoint::main),
            new Example("Metrics", "gauges and counters", Metrics::main),
            new Example("HighTrafficApi", "settings for a model that is read all the time", HighTrafficApi::main),
            new Example("BackgroundJob", "settings for a job", BackgroundJob::main),
            new Example("RealTime", "settings where an old answer costs money", RealTime::main),
            new Example("StaticData", "settings for tables that hardly ever change", StaticData::main));

    private Examples() {}

    /** Runs the example whose name or number is given, or lists all. */
    public static void main(String... args) throws Exception {
        List<Example> chosen = ALL.stream()
                .filter(example -> Arrays.asList(args).contains(example.name())
                        || Arrays.asList(args).contains(Integer.toString(ALL.indexOf(example) + 1)))
                .toList();
        for (Example example : chosen) {
            example.main().run(new String[0]);
        }
        if (chosen.isEmpty()) {
            System.out.println("mvn -q compile exec:java -Dexample=<name or number>");
            for (Example example : ALL) {
                System.out.printf("%2d  %-22s %s%n", ALL.indexOf(example) + 1, example.name(), example.shows());
            }
        }
    }

    /**
     * A program of one file.
     *
     * @param name its class
     * @param shows what it is about
     * @param main runs it
     */
    public record Example(String name, String shows, Main main) {}

    /** A program's {@code main}. */
    @FunctionalInterface
    public interface Main {
        /** Runs the program. */
        void run(String... args) throws Exception;
    }
}
