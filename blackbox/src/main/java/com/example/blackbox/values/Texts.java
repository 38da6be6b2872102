package com.example.blackbox.values;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is written in letters or bytes. */
@Entity
@Cacheable
public class Texts {
    public enum Mood {
        GOOD,
        BAD {
            @Override
            public String toString() {
                return "terrible";
            }
        }
    }

    public record Card(String title, List<Integer> pages) implements Serializable {
        public Card {
            pages = List.copyOf(pages);
        }
    }

    /** Hibernate reads and writes its attributes within the document. */
    @Embeddable
    public static class Cover {
        public String maker;
        public Integer weight;
    }

    @Id
    public Long id;

    public String text;

    @KeyField
    @Column(unique = true)
    public UUID uuid;

    public byte[] bytes;
    public char[] chars;
    public String[] labels;

    // Several values in one column
    public int[] codes;
    public byte[][] pages;
    public List<String> words;
    public Set<Mood> moods;
    public Collection<LocalDate> days;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, List<Integer>> index;

    @JdbcTypeCode(SqlTypes.JSON)
    public Card card;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Card> cards;

    @JdbcTypeCode(SqlTypes.JSON)
    public Cover cover;

    @Lob
    @SuppressWarnings("turnkey:lob-in-memory")
    public String story;

    @Lob
    @SuppressWarnings("turnkey:lob-in-memory")
    public byte[] picture;

    @KeyField(unique = false)
    @Enumerated(EnumType.STRING)
    public Mood mood;

    @Enumerated(EnumType.ORDINAL)
    public Mood moodNumber;

    public Mood plainMood;
    public Currency currency;
    public Locale locale;
    public TimeZone timeZone;
    public URL url;

    @jakarta.persistence.Convert(converter = UriConverter.class)
    public URI uri;
}
