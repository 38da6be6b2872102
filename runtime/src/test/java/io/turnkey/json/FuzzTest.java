package io.turnkey.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SnapshotFormatException;
import io.turnkey.json.People.AnimalSnapshot;
import io.turnkey.json.People.CatSnapshot;
import io.turnkey.json.People.DogSnapshot;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: rows, or a {@link SnapshotFormatException} that says where. A failure names the seed that repeats it with {@code -Dturnkey.fuzz.seed}. */
@Tag("F49")
class FuzzTest {
    private static final int INPUTS = 20_000;
    private static final int MANY_INPUTS = 1_000_000;

    private final List<Target<?>> targets = List.of(
            new Target<>(People.users(), People.rows()), new Target<>(People.animals(), animals()), everything());

    @Test
    void no_document_makes_another_exception() {
        run(INPUTS);
    }

    @Test
    @Tag("soak")
    void no_document_of_many_makes_another_exception() {
        run(MANY_INPUTS);
    }

    private void run(int inputs) {
        long seed = Long.getLong("turnkey.fuzz.seed", new Random().nextLong());
        int refused = 0;
        for (int i = 0; i < inputs; i++) {
            // Each input has a seed of its own, so that the last one alone can be run again.
            Random random = new Random(seed + i);
            Target<?> target = targets.get(random.nextInt(targets.size()));
            byte[] document = target.documents.get(random.nextInt(target.documents.size()));
            byte[] mutated = new Mutation(random, document, target.tokens).bytes();
            try {
                refused += target.read(mutated) ? 0 : 1;
            } catch (Throwable e) {
                throw new AssertionError(
                        "-Dturnkey.fuzz.seed=" + (seed + i) + ": " + new String(mutated, StandardCharsets.UTF_8), e);
            }
        }
        // Most mutations hurt, but not all: else this would test nothing but the beginning of documents.
        assertThat(refused).as("seed %s", seed).isBetween(inputs / 2, inputs - inputs / 100);
    }

    private static List<StoredRow<AnimalSnapshot>> animals() {
        return List.of(
                new StoredRow<>(new CatSnapshot(1L, true), Instant.EPOCH),
                new StoredRow<>(new DogSnapshot(2L, "wow"), null));
    }

    private static Target<?> everything() {
        SnapshotFile<List<@Nullable Object>> file = new JsonFormat()
                .of("Everything", List.of(new SnapshotShape<>(Map.class, Everything.SHAPE)), Everything.CONVERSIONS);
        return new Target<>(file, List.of(new StoredRow<>(Everything.ROW, Instant.EPOCH)));
    }

    /** What is read, and valid documents to begin with. */
    private static final class Target<S> {
        final SnapshotFile<S> file;
        final List<byte[]> documents = new ArrayList<>();
        final List<String> tokens = new ArrayList<>();

        Target(SnapshotFile<S> file, List<StoredRow<S>> rows) {
            this.file = file;
            for (boolean meta : new boolean[] {false, true}) {
                String document = Documents.write(file, meta, rows);
                documents.add(document.getBytes(StandardCharsets.UTF_8));
                Mutation.TOKEN.matcher(document).results().forEach(token -> tokens.add(token.group()));
            }
        }

        /** Whether it took the document. */
        boolean read(byte[] document) throws Exception {
            try {
                file.read(new ByteArrayInputStream(document), row -> {});
                return true;
            } catch (SnapshotFormatException e) {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
                assertThat(e.path()).startsWith("$");
                return false;
            }
        }
    }
}
