package com.example.stranger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.collections.Album;
import com.example.blackbox.collections.AlbumCache;
import com.example.blackbox.collections.AlbumSnapshot;
import com.example.blackbox.values.Moments;
import com.example.blackbox.values.MomentsCache;
import com.example.blackbox.values.MomentsSnapshot;
import com.example.blackbox.values.Texts;
import com.example.blackbox.values.TextsCache;
import com.example.blackbox.values.TextsSnapshot;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What callers share cannot be changed by one of them")
@Tag("F06")
@Tag("H17")
class SharedValuesTest {
    @Test
    void arraysAreCopiedInAndOut() {
        Texts row = new Texts();
        row.id = 1L;
        row.bytes = new byte[] {1, 2};
        row.chars = new char[] {'a', 'b'};
        row.labels = new String[] {"x", "y"};
        row.picture = new byte[] {3};
        try (TextsCache cache = TextsCache.inMemory(List.of(row))) {
            row.bytes[0] = 9;
            row.chars[0] = 'z';
            row.labels[0] = "z";
            row.picture[0] = 9;
            TextsSnapshot read = cache.getById(1L).orElseThrow();
            read.bytes()[1] = 9;
            read.chars()[1] = 'z';
            read.labels()[1] = "z";

            assertThat(read.bytes()).containsExactly(1, 2);
            assertThat(read.chars()).containsExactly('a', 'b');
            assertThat(read.labels()).containsExactly("x", "y");
            assertThat(read.picture()).containsExactly(3);
        }
    }

    @Test
    void snapshotsWithArraysAreEqualByWhatTheyHold() {
        Texts one = new Texts();
        one.id = 1L;
        one.bytes = new byte[] {1, 2};
        one.labels = new String[] {"x"};
        Texts two = new Texts();
        two.id = 1L;
        two.bytes = new byte[] {1, 2};
        two.labels = new String[] {"x"};

        assertThat(TextsSnapshot.of(one)).isEqualTo(TextsSnapshot.of(two)).hasSameHashCodeAs(TextsSnapshot.of(two));
        two.bytes[1] = 3;
        assertThat(TextsSnapshot.of(one)).isNotEqualTo(TextsSnapshot.of(two));
    }

    @Test
    void datesAreCopiedInAndOut() {
        Moments row = new Moments();
        row.id = 1L;
        row.utilDate = new Date(1_000);
        row.sqlDate = java.sql.Date.valueOf("2026-01-02");
        row.sqlTimestamp = new java.sql.Timestamp(1_000);
        row.calendar = new Calendar.Builder().setInstant(1_000).build();
        try (MomentsCache cache = MomentsCache.inMemory(List.of(row))) {
            row.utilDate.setTime(2_000);
            row.calendar.setTimeInMillis(2_000);
            MomentsSnapshot read = cache.getById(1L).orElseThrow();
            read.utilDate().setTime(3_000);
            read.sqlDate().setTime(3_000);
            read.sqlTimestamp().setNanos(5);
            read.calendar().setTimeInMillis(3_000);

            assertThat(read.utilDate()).isEqualTo(new Date(1_000));
            assertThat(read.sqlDate()).isEqualTo("2026-01-02");
            assertThat(read.sqlTimestamp()).isEqualTo(new java.sql.Timestamp(1_000));
            assertThat(read.calendar().getTimeInMillis()).isEqualTo(1_000);
        }
    }

    @Test
    void collectionsAreCopiedInAndCannotBeChanged() {
        Album row = new Album();
        row.id = 1L;
        row.bag.add("a");
        row.words.add("a");
        row.titles.put("en", "a");
        row.released.add(new Date(1_000));
        try (AlbumCache cache = AlbumCache.inMemory(List.of(row))) {
            row.bag.add("b");
            row.titles.put("fr", "b");
            AlbumSnapshot read = cache.getById(1L).orElseThrow();

            assertThat(read.bag()).containsExactly("a");
            assertThat(read.titles()).containsOnlyKeys("en");
            assertThatThrownBy(() -> read.bag().add("c")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> read.words().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> read.titles().put("de", "c")).isInstanceOf(UnsupportedOperationException.class);
            read.released().iterator().next().setTime(5_000);
            assertThat(read.released()).containsExactly(new Date(1_000));
        }
    }
}
