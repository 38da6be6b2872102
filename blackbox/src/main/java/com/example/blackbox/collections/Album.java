package com.example.blackbox.collections;

import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Twelve collections: every kind of collection and of element. */
@Entity
@Cacheable
public class Album {
    public enum Genre {
        JAZZ,
        ROCK,
        FOLK
    }

    @Id
    public Long id;

    @KeyField
    @Column(unique = true)
    public String title;

    @ElementCollection
    public List<String> bag = new ArrayList<>();

    @ElementCollection
    public Set<String> words = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "pos")
    public List<String> ordered = new ArrayList<>();

    @ElementCollection
    @OrderBy
    public List<Integer> sorted = new ArrayList<>();

    @ElementCollection
    @OrderBy("seconds desc, name")
    public List<Track> tracks = new ArrayList<>();

    @ElementCollection
    public Set<Credit> credits = new HashSet<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    public Set<Genre> genres = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "lang")
    public Map<String, String> titles = new HashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @CollectionTable(name = "album_best")
    public Map<Genre, Track> best = new EnumMap<>(Genre.class);

    @ElementCollection
    @OrderColumn
    public List<Credit> crew = new ArrayList<>();

    @ElementCollection
    @Column(name = "rating")
    public Map<Credit, Integer> ratings = new HashMap<>();

    @ElementCollection
    @SuppressWarnings("UndefinedEquals") // awkward on purpose: a date may be a timestamp
    public Set<Date> released = new HashSet<>();
}
