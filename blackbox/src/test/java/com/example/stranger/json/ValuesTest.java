package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.collections.Album;
import com.example.blackbox.collections.AlbumCache;
import com.example.blackbox.collections.AlbumSnapshot;
import com.example.blackbox.collections.Credit;
import com.example.blackbox.collections.Track;
import com.example.blackbox.embedded.Address;
import com.example.blackbox.embedded.Contact;
import com.example.blackbox.embedded.ContactCache;
import com.example.blackbox.embedded.ContactSnapshot;
import com.example.blackbox.embedded.Geo;
import com.example.blackbox.embedded.Period;
import com.example.blackbox.ids.Seat;
import com.example.blackbox.ids.SeatCache;
import com.example.blackbox.ids.SeatId;
import com.example.blackbox.ids.SeatSnapshot;
import com.example.blackbox.inheritance.AnimalCache;
import com.example.blackbox.inheritance.AnimalSnapshot;
import com.example.blackbox.inheritance.Cat;
import com.example.blackbox.inheritance.Dog;
import com.example.blackbox.inheritance.Puppy;
import com.example.blackbox.values.Article;
import com.example.blackbox.values.ArticleCache;
import com.example.blackbox.values.ArticleSnapshot;
import com.example.blackbox.values.Figures;
import com.example.blackbox.values.FiguresCache;
import com.example.blackbox.values.FiguresSnapshot;
import com.example.blackbox.values.Moments;
import com.example.blackbox.values.MomentsCache;
import com.example.blackbox.values.MomentsSnapshot;
import com.example.blackbox.values.Money;
import com.example.blackbox.values.Texts;
import com.example.blackbox.values.TextsCache;
import com.example.blackbox.values.TextsSnapshot;
import com.example.stranger.support.Database;
import io.turnkey.CacheException;
import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Values that hurt, also those that no database keeps")
@Tag("F06")
@Tag("F49")
class ValuesTest {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "\u0000\u0001\u001f\u007f\u0085\u2028\u2029\ufeff\uffff",
            "\"\\/\b\f\n\r\t",
            "</script>",
            "\ud83d\ude00 \ud800\udc00 \udbff\udfff",
            "\ud800",
            "\udfff",
            "a\udc00\ud800b",
            "\ud83d",
            "e\u0301 \u00e9",
            "x".repeat(200_000));

    private static final List<Double> DOUBLES = List.of(
            -0.0,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            0.1 + 0.2,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    private long nextId = 1;

    @BeforeAll
    static void empty() {
        Database.H2.empty();
    }

    /** Preloads the rows into one cache, and brings them into another by a text. */
    private static <S, C extends EntityCache<S, ?>> void survive(
            EntityCache.Builder<C> from, EntityCache.Builder<C> to, List<S> rows) {
        try (C source = from.configure(o -> o.load(LoadMode.LAZY)).open(Database.H2.factory());
                C target = to.configure(o -> o.load(LoadMode.LAZY)).open(Database.H2.factory())) {
            assertThat(source.preload(() -> rows).loaded()).isEqualTo(rows.size());

            assertThat(target.loadFromJson(source.toJson(true)).loaded()).isEqualTo(rows.size());

            assertThat(target.cached()).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private Texts text(Consumer<Texts> values) {
        Texts row = new Texts();
        row.id = nextId++;
        values.accept(row);
        return row;
    }

    @Test
    void texts() {
        List<TextsSnapshot> rows = Stream.concat(
                        TEXTS.stream()
                                .flatMap(text -> Stream.of(
                                        text(row -> row.text = text),
                                        text(row -> row.story = text),
                                        text(row -> row.chars = text.toCharArray()),
                                        text(row -> row.labels = new String[] {text, null, text}),
                                        text(row -> row.words = Arrays.asList(text, null, text)),
                                        text(row -> row.index = Map.of(text, List.of(1, 2))),
                                        text(row -> row.card = new Texts.Card(text, List.of())))),
                        Stream.of(
                                text(row -> row.labels = new String[0]),
                                text(row -> row.codes = new int[] {0, Integer.MIN_VALUE}),
                                text(row -> row.pages = new byte[][] {{}, null, {-1}}),
                                text(row -> row.words = List.of()),
                                text(row -> row.moods = EnumSet.allOf(Texts.Mood.class)),
                                text(row -> row.days = List.of(LocalDate.MIN, LocalDate.MAX)),
                                text(row -> row.index = Map.of()),
                                text(row -> row.cards = Arrays.asList(new Texts.Card("", List.of(1)), null)),
                                text(row -> row.bytes = new byte[0]),
                                text(row -> row.bytes = new byte[] {0, -1, 127, -128}),
                                text(row -> row.picture = new byte[100_001]),
                                text(row -> row.uuid = new UUID(0, 0)),
                                text(row -> row.uuid = new UUID(-1, Long.MIN_VALUE)),
                                text(row -> row.mood = Texts.Mood.BAD),
                                text(row -> row.moodNumber = Texts.Mood.BAD),
                                text(row -> row.currency = Currency.getInstance("XXX")),
                                text(row -> row.locale = Locale.ROOT),
                                text(row -> row.locale = Locale.forLanguageTag("zh-Hant-TW-x-java")),
                                text(row -> row.timeZone = TimeZone.getTimeZone("GMT+05:30")),
                                text(row -> row.uri = URI.create("")),
                                text(row -> row.uri = URI.create("mailto:\u00e9@example.com#x")),
                                text(row -> {})))
                .map(TextsSnapshot::of)
                .toList();

        survive(TextsCache.builder(), TextsCache.builder(), rows);
    }

    private Figures figure(Consumer<Figures> values) {
        Figures row = new Figures();
        row.id = nextId++;
        row.primitiveLong = row.id;
        values.accept(row);
        return row;
    }

    @Test
    void numbers() {
        List<FiguresSnapshot> rows = Stream.of(
                        Stream.of("0", "0.000", "-0.00", "1E+3", "1000", "1E-400", "1E+99999", "0.1", "1.10")
                                .map(number -> figure(row -> row.decimal = new BigDecimal(number))),
                        Stream.of(
                                        BigInteger.ZERO,
                                        BigInteger.ONE.shiftLeft(3000).negate())
                                .map(number -> figure(row -> row.integer = number)),
                        DOUBLES.stream()
                                .map(number -> figure(row -> {
                                    row.primitiveDouble = number;
                                    row.boxedDouble = number;
                                    row.primitiveFloat = number.floatValue();
                                    row.boxedFloat = number.floatValue();
                                })),
                        Stream.of(Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, 0L)
                                .map(number -> figure(row -> {
                                    row.primitiveLong = number;
                                    row.boxedLong = number;
                                    row.primitiveInt = number.intValue();
                                    row.boxedInteger = number.intValue();
                                    row.primitiveShort = number.shortValue();
                                    row.boxedByte = number.byteValue();
                                    row.primitiveChar = (char) number.intValue();
                                    row.boxedCharacter = '\ud800';
                                })))
                .flatMap(figures -> figures)
                .map(FiguresSnapshot::of)
                .toList();

        survive(FiguresCache.builder(), FiguresCache.builder(), rows);
    }

    @Test
    void aNumberThatWouldTakeAgesToReadIsNotWritten() {
        FiguresSnapshot huge = FiguresSnapshot.of(figure(row -> row.decimal = new BigDecimal("1E+100001")));
        try (FiguresCache figures =
                FiguresCache.builder().configure(o -> o.load(LoadMode.LAZY)).open(Database.H2.factory())) {
            figures.preload(() -> List.of(huge));

            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> figures.toJson(false))
                    .withMessageContainingAll("Figures", "decimal", "scale");
        }
    }

    private MomentsSnapshot moment(Consumer<Moments> values) {
        Moments row = new Moments();
        row.id = nextId++;
        values.accept(row);
        return MomentsSnapshot.of(row);
    }

    @Test
    void moments() {
        Instant nanos = Instant.parse("2024-02-29T23:59:59.123456789Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        List<MomentsSnapshot> rows = new ArrayList<>();
        for (Instant instant : List.of(
                nanos, Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.parse("-0044-03-15T00:00:00.000000001Z"))) {
            rows.add(moment(row -> row.instant = instant));
        }
        for (LocalDateTime time : List.of(
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                LocalDateTime.of(-1, 1, 1, 0, 0),
                LocalDateTime.of(12345, 6, 7, 8, 9, 0, 1))) {
            rows.add(moment(row -> {
                row.localDateTime = time;
                row.localDate = time.toLocalDate();
                row.localTime = time.toLocalTime();
                row.offsetDateTime = OffsetDateTime.of(time, ZoneOffset.ofHoursMinutesSeconds(-3, -4, -5));
                row.offsetTime = OffsetTime.of(time.toLocalTime(), ZoneOffset.MAX);
            }));
        }
        // The hour that comes twice.
        ZonedDateTime twice =
                ZonedDateTime.ofLocal(LocalDateTime.of(2024, 10, 27, 2, 30, 0, 7), berlin, ZoneOffset.ofHours(1));
        for (ZonedDateTime time : List.of(
                twice,
                twice.withEarlierOffsetAtOverlap(),
                twice.withZoneSameInstant(ZoneOffset.UTC),
                twice.withZoneSameInstant(ZoneId.of("UTC")),
                twice.withFixedOffsetZone())) {
            rows.add(moment(row -> row.zonedDateTime = time));
        }
        for (Duration duration : List.of(
                Duration.ZERO,
                Duration.ofNanos(-1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))) {
            rows.add(moment(row -> row.duration = duration));
        }
        for (int year : List.of(Year.MIN_VALUE, -1, 0, 99, 12345, Year.MAX_VALUE)) {
            rows.add(moment(row -> row.year = Year.of(year)));
        }
        for (ZoneId zone : List.of(berlin, ZoneId.of("UTC+01:30"), ZoneOffset.MIN)) {
            rows.add(moment(row -> row.zoneId = zone));
        }
        rows.add(moment(row -> row.zoneOffset = ZoneOffset.ofTotalSeconds(1)));
        rows.add(moment(row -> row.utilDate = new Date(-1)));
        rows.add(moment(row -> row.utilDate = Timestamp.from(nanos)));
        rows.add(moment(row -> row.sqlTimestamp = Timestamp.from(nanos)));
        rows.add(moment(row -> row.sqlTimestamp = Timestamp.from(Instant.ofEpochSecond(-1, 1))));
        rows.add(moment(row -> row.sqlDate = java.sql.Date.valueOf(LocalDate.of(1582, 10, 15))));
        rows.add(moment(row -> row.sqlTime = java.sql.Time.valueOf(LocalTime.of(23, 59, 59))));
        rows.add(moment(row -> row.calendar = new Calendar.Builder()
                .setInstant(nanos.toEpochMilli())
                .setTimeZone(TimeZone.getTimeZone("America/Lima"))
                .build()));

        survive(MomentsCache.builder(), MomentsCache.builder(), rows);
    }

    private ContactSnapshot contact(Address home, Period period) {
        Contact row = new Contact();
        row.id = nextId++;
        row.home = home;
        row.period = period;
        return ContactSnapshot.of(row);
    }

    @Test
    void embeddablesThatAreNullAndThatHoldNothing() {
        survive(
                ContactCache.builder(),
                ContactCache.builder(),
                List.of(
                        contact(null, null),
                        contact(new Address(null, null, null), new Period(null, null, null)),
                        contact(
                                new Address(null, null, new Geo(null, null)),
                                new Period(LocalDate.MIN, LocalDate.MAX, "")),
                        contact(new Address("\ud800", "\"", new Geo(-0.0, Double.NaN)), null)));
    }

    @Test
    void collectionsWithNullsAndWithNothing() {
        Album nothing = new Album();
        nothing.id = nextId++;
        Album all = new Album();
        all.id = nextId++;
        all.bag.addAll(Arrays.asList("a", null, "a", "\ud800", ""));
        all.words.addAll(TEXTS);
        all.ordered.addAll(Arrays.asList(null, "b", null));
        all.sorted.addAll(Arrays.asList(Integer.MIN_VALUE, null, 0));
        all.tracks.addAll(Arrays.asList(new Track(null, 0), null, new Track("", -1)));
        all.credits.add(new Credit("", "\u0000"));
        all.genres.addAll(List.of(Album.Genre.values()));
        all.titles.put("", null);
        all.titles.put("{\"a\":1}", "[");
        all.titles.put("\udc00", "\ud800");
        all.best.put(Album.Genre.FOLK, new Track(null, 1));
        all.crew.addAll(Arrays.asList(null, new Credit("a", null)));
        all.ratings.put(new Credit("a", "b"), null);
        all.ratings.put(new Credit("b", "a"), 1);
        all.released.add(new Date(0));

        survive(AlbumCache.builder(), AlbumCache.builder(), List.of(AlbumSnapshot.of(nothing), AlbumSnapshot.of(all)));
    }

    @Test
    @Tag("F07")
    void rowsOfAHierarchyKeepTheirClass() {
        Dog dog = new Dog();
        Puppy puppy = new Puppy();
        Cat cat = new Cat();
        dog.chip = "d";
        puppy.chip = "\ud800";
        List<AnimalSnapshot> rows = Stream.of(dog, puppy, cat)
                .map(animal -> {
                    animal.id = nextId++;
                    return AnimalSnapshot.of(animal);
                })
                .toList();

        survive(AnimalCache.builder(), AnimalCache.builder(), rows);
    }

    @Test
    void convertedValuesAndTheirNulls() {
        Article free = new Article();
        free.id = nextId++;
        Article dear = new Article();
        dear.id = nextId++;
        dear.price = new Money(Long.MIN_VALUE, "E \" R");
        dear.deposit = new Money(0, "");
        dear.stocked = true;
        dear.listed = false;

        survive(
                ArticleCache.builder(),
                ArticleCache.builder(),
                List.of(ArticleSnapshot.of(free), ArticleSnapshot.of(dear)));
    }

    @Test
    void idsOfSeveralParts() {
        List<SeatSnapshot> rows = TEXTS.stream()
                .map(text -> {
                    Seat row = new Seat();
                    row.seatId = new SeatId(text, -1);
                    row.label = text;
                    return SeatSnapshot.of(row);
                })
                .toList();

        survive(SeatCache.builder(), SeatCache.builder(), rows);
    }
}
