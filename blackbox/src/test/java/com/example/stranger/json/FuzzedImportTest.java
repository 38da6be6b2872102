package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.collections.Album;
import com.example.blackbox.collections.AlbumCache;
import com.example.blackbox.collections.AlbumSnapshot;
import com.example.blackbox.collections.Track;
import com.example.blackbox.inheritance.AnimalCache;
import com.example.blackbox.inheritance.AnimalSnapshot;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.values.Texts;
import com.example.blackbox.values.TextsCache;
import com.example.blackbox.values.TextsSnapshot;
import com.example.stranger.support.Database;
import io.turnkey.EntityCache;
import io.turnkey.SnapshotFormatException;
import io.turnkey.annotation.LoadMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName(
        "Whatever happened to a file: all of it comes in, or nothing, and no other exception than SnapshotFormatException")
@Tag("F49")
class FuzzedImportTest {
    private static final int ROWS = 3;

    private static AlbumSnapshot album(long id) {
        Album row = new Album();
        row.id = id;
        row.bag.addAll(Arrays.asList("a", null, "é"));
        row.genres.addAll(List.of(Album.Genre.values()));
        row.tracks.add(new Track("t", 1));
        row.best.put(Album.Genre.FOLK, new Track(null, 1));
        return AlbumSnapshot.of(row);
    }

    private static AnimalSnapshot animal(long id) {
        Dog dog = new Dog();
        dog.id = id;
        dog.chip = "d" + id;
        Cat cat = new Cat();
        cat.id = id;
        return AnimalSnapshot.of(id == 1 ? cat : dog);
    }

    private static TextsSnapshot texts(long id) {
        Texts row = new Texts();
        row.id = id;
        row.uuid = new UUID(id, id);
        row.bytes = new byte[] {1, 2, 3};
        row.mood = Texts.Mood.GOOD;
        row.words = Arrays.asList("w", null);
        return TextsSnapshot.of(row);
    }

    @Test
    void fiveThousand() {
        run(5_000);
    }

    @Test
    @Tag("soak")
    void aMillion() {
        run(1_000_000);
    }

    private static void run(int inputs) {
        long seed = Long.getLong("turnkey.fuzz.seed", new Random().nextLong());
        List<Integer> refused = List.of(
                run(AlbumCache.builder(), List.of(album(1), album(2), album(3)), inputs / 3, seed),
                run(AnimalCache.builder(), List.of(animal(1), animal(2), animal(3)), inputs / 3, seed),
                run(TextsCache.builder(), List.of(texts(1), texts(2), texts(3)), inputs / 3 + 1, seed));

        assertThat(refused)
                .as("most accidents hurt, but not all")
                .allSatisfy(each -> assertThat(each).isBetween(inputs / 10, inputs / 3 - 1));
    }

    /** Answers with how many were refused. */
    private static <S, C extends EntityCache<S, ?>> int run(
            EntityCache.Builder<C> builder, List<S> rows, int inputs, long seed) {
        int refused = 0;
        try (C cache = builder.configure(o -> o.load(LoadMode.LAZY)).open(Database.H2.factory())) {
            cache.preload(() -> rows);
            byte[][] files = {
                cache.toJson(false).getBytes(StandardCharsets.UTF_8),
                cache.toJson(true).getBytes(StandardCharsets.UTF_8)
            };
            cache.clear();
            for (int i = 0; i < inputs; i++) {
                Random random = new Random(seed + i);
                byte[] file = damaged(files[random.nextInt(files.length)], random);
                try {
                    refused += isRefused(cache, file) ? 1 : 0;
                } catch (Throwable e) {
                    throw new AssertionError(
                            "-Dturnkey.fuzz.seed=" + (seed + i) + ": " + new String(file, StandardCharsets.UTF_8), e);
                }
            }
        }
        return refused;
    }

    private static boolean isRefused(EntityCache<?, ?> cache, byte[] file) {
        try {
            assertThat(cache.readJson(new ByteArrayInputStream(file)).loaded()).isEqualTo(cache.size());
            assertThat(cache.size()).isLessThanOrEqualTo(ROWS + 1);
            cache.clear();
            return false;
        } catch (SnapshotFormatException e) {
            assertThat(cache.size()).isZero();
            return true;
        }
    }

    /** The file with a piece of it removed, doubled, moved, or replaced by noise, once or twice. */
    private static byte[] damaged(byte[] file, Random random) {
        byte[] bytes = file;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(6));
            int other = random.nextInt(bytes.length + 1);
            byte[] noise = new byte[random.nextInt(4)];
            random.nextBytes(noise);
            byte[] by = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> noise;
                case 2 -> String.valueOf(random.nextInt(10)).getBytes(StandardCharsets.UTF_8);
                default -> Arrays.copyOfRange(bytes, other, Math.min(bytes.length, other + 4));
            };
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, from);
            out.writeBytes(by);
            out.write(bytes, to, bytes.length - to);
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
