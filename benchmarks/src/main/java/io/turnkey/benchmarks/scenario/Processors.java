package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import io.turnkey.processor.CacheProcessor;
import io.turnkey.processor.SubtypeProcessor;
import io.turnkey.processor.registry.RegistryProcessor;
import java.util.List;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import org.hibernate.processor.HibernateProcessor;

/** The time that our annotation processors take for a hundred entities, in a compiler that is warm, beside Hibernate's metamodel generator on the same sources. */
record Processors(int entities) implements Scenario {
    @Override
    public String name() {
        return "s13";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        Supplier<List<Processor>> ours =
                () -> List.of(new CacheProcessor(), new SubtypeProcessor(), new RegistryProcessor());
        Supplier<List<Processor>> other = () -> List.of(new HibernateProcessor());
        Compilation compilation = new Compilation(entities);
        int pairs = plan.longPairs();
        double[] oursNanos = new double[pairs];
        double[] otherNanos = new double[pairs];
        double[] ratios = new double[pairs];
        // As many again before, to warm up the compiler.
        for (int i = -pairs; i < pairs; i++) {
            double took = compilation.nanosIn(ours.get());
            double otherTook = compilation.nanosIn(other.get());
            if (i >= 0) {
                oursNanos[i] = took;
                otherNanos[i] = otherTook;
                ratios[i] = otherTook / took;
            }
        }
        Comparison result = new Comparison(Quartiles.of(ratios), Quartiles.of(oursNanos), Quartiles.of(otherNanos));
        return List.of(new Row(
                "S13",
                "time in the processor, %d entities".formatted(entities),
                "hibernate-processor",
                result.inverse(),
                "× the time",
                Details.nanos(result),
                Reach.less(1.5, 1, 3)));
    }
}
