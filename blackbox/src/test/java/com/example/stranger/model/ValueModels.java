package com.example.stranger.model;

import com.example.blackbox.values.Figures;
import com.example.blackbox.values.FiguresCache;
import com.example.blackbox.values.FiguresSnapshot;
import com.example.blackbox.values.Moments;
import com.example.blackbox.values.MomentsCache;
import com.example.blackbox.values.MomentsSnapshot;
import com.example.blackbox.values.Texts;
import com.example.blackbox.values.TextsCache;
import com.example.blackbox.values.TextsSnapshot;
import com.example.stranger.support.Dice;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;

/** Every basic type. */
final class ValueModels {
    private ValueModels() {}

    static List<Model<?, ?, ?, ?>> all() {
        return List.of(moments(), figures(), texts());
    }

    private static Model<?, ?, ?, ?> moments() {
        return Model.of(
                        Moments.class,
                        MomentsCache.class,
                        MomentsCache::builder,
                        MomentsSnapshot::of,
                        MomentsSnapshot::id)
                .rows(MomentsSnapshot::find, MomentsSnapshot::reference, ValueModels::momentsRow)
                .listed(new Listed<>(
                        "localDate",
                        MomentsSnapshot::localDate,
                        MomentsCache::listByLocalDate,
                        MomentsCache::listManyByLocalDate,
                        MomentsCache::isCachedByLocalDate,
                        MomentsCache::invalidateByLocalDate,
                        MomentsCache::clearLocalDateIndex));
    }

    private static Moments momentsRow(Dice dice) {
        Moments row = new Moments();
        row.id = dice.number();
        row.instant = dice.maybe(dice::instant);
        row.localDate = dice.maybe(dice::date);
        row.localTime = dice.maybe(() -> LocalTime.ofNanoOfDay(dice.below(86_000) * 1_000_000_123L));
        row.localDateTime = dice.maybe(() -> LocalDateTime.ofInstant(dice.instant(), ZoneOffset.UTC));
        row.offsetDateTime = dice.maybe(() -> dice.instant().atOffset(ZoneOffset.ofHours(dice.below(10))));
        row.offsetTime = dice.maybe(() ->
                dice.instant().atOffset(ZoneOffset.ofHours(dice.below(10))).toOffsetTime());
        row.zonedDateTime = dice.maybe(() -> dice.instant().atZone(ZoneId.of("Asia/Tokyo")));
        row.duration = dice.maybe(() -> Duration.ofSeconds(dice.integer(), dice.below(1_000_000_000)));
        row.year = dice.maybe(() -> Year.of(1900 + dice.below(200)));
        row.zoneId = dice.maybe(() -> ZoneId.of(dice.oneOf("Europe/Paris", "UTC")));
        row.zoneOffset = dice.maybe(() -> ZoneOffset.ofHours(dice.below(12)));
        row.utilDate = dice.maybe(() -> Date.from(dice.instant()));
        row.sqlDate = dice.maybe(() -> java.sql.Date.valueOf(dice.date()));
        row.sqlTime = dice.maybe(() -> java.sql.Time.valueOf(LocalTime.of(dice.below(24), dice.below(60))));
        row.sqlTimestamp = dice.maybe(() -> java.sql.Timestamp.from(dice.instant()));
        row.calendar = dice.maybe(() ->
                new Calendar.Builder().setInstant(dice.instant().toEpochMilli()).build());
        return row;
    }

    private static Model<?, ?, ?, ?> figures() {
        return Model.of(
                        Figures.class,
                        FiguresCache.class,
                        FiguresCache::builder,
                        FiguresSnapshot::of,
                        FiguresSnapshot::id)
                .rows(FiguresSnapshot::find, FiguresSnapshot::reference, ValueModels::figuresRow)
                .unique(new Unique<>(
                        "primitiveLong",
                        FiguresSnapshot::primitiveLong,
                        FiguresCache::getByPrimitiveLong,
                        FiguresCache::getManyByPrimitiveLong,
                        FiguresCache::peekByPrimitiveLong,
                        FiguresCache::isCachedByPrimitiveLong,
                        FiguresCache::invalidateByPrimitiveLong,
                        FiguresCache::clearPrimitiveLongIndex))
                .listed(new Listed<>(
                        "integer",
                        FiguresSnapshot::integer,
                        FiguresCache::listByInteger,
                        FiguresCache::listManyByInteger,
                        FiguresCache::isCachedByInteger,
                        FiguresCache::invalidateByInteger,
                        FiguresCache::clearIntegerIndex));
    }

    private static Figures figuresRow(Dice dice) {
        Figures row = new Figures();
        row.id = dice.number();
        row.primitiveByte = (byte) dice.integer();
        row.primitiveShort = (short) dice.integer();
        row.primitiveInt = dice.integer();
        row.primitiveLong = dice.number();
        row.primitiveFloat = (float) dice.fraction();
        row.primitiveDouble = dice.fraction();
        row.primitiveBoolean = dice.flag();
        row.primitiveChar = dice.oneOf('a', 'Z', 'ß');
        row.boxedByte = dice.maybe(() -> (byte) dice.integer());
        row.boxedShort = dice.maybe(() -> (short) dice.integer());
        row.boxedInteger = dice.maybe(dice::integer);
        row.boxedLong = dice.maybe(dice::number);
        row.boxedFloat = dice.maybe(() -> (float) dice.fraction());
        row.boxedDouble = dice.maybe(dice::fraction);
        row.boxedBoolean = dice.maybe(dice::flag);
        row.boxedCharacter = dice.maybe(() -> dice.oneOf('b', '好'));
        row.decimal = dice.maybe(dice::decimal);
        row.integer = dice.maybe(() -> dice.oneOf(BigInteger.TEN, dice.big()));
        return row;
    }

    private static Model<?, ?, ?, ?> texts() {
        return Model.of(Texts.class, TextsCache.class, TextsCache::builder, TextsSnapshot::of, TextsSnapshot::id)
                .rows(TextsSnapshot::find, TextsSnapshot::reference, ValueModels::textsRow)
                .unique(new Unique<>(
                        "uuid",
                        TextsSnapshot::uuid,
                        TextsCache::getByUuid,
                        TextsCache::getManyByUuid,
                        TextsCache::peekByUuid,
                        TextsCache::isCachedByUuid,
                        TextsCache::invalidateByUuid,
                        TextsCache::clearUuidIndex))
                .listed(new Listed<>(
                        "mood",
                        TextsSnapshot::mood,
                        TextsCache::listByMood,
                        TextsCache::listManyByMood,
                        TextsCache::isCachedByMood,
                        TextsCache::invalidateByMood,
                        TextsCache::clearMoodIndex));
    }

    private static Texts textsRow(Dice dice) {
        Texts row = new Texts();
        row.id = dice.number();
        row.text = dice.maybe(dice::text);
        row.uuid = dice.maybe(dice::uuid);
        row.bytes = dice.maybe(dice::bytes);
        row.chars = dice.maybe(() -> dice.text().toCharArray());
        row.labels = dice.maybe(() -> new String[] {dice.text(), dice.text()});
        row.story = dice.maybe(() -> dice.text().repeat(500));
        row.picture = dice.maybe(dice::bytes);
        row.mood = dice.maybe(() -> dice.oneOf(Texts.Mood.values()));
        row.moodNumber = dice.maybe(() -> dice.oneOf(Texts.Mood.values()));
        row.plainMood = dice.maybe(() -> dice.oneOf(Texts.Mood.values()));
        row.currency = dice.maybe(() -> Currency.getInstance("EUR"));
        row.locale = dice.maybe(() -> Locale.CANADA_FRENCH);
        row.timeZone = dice.maybe(() -> TimeZone.getTimeZone("America/Lima"));
        row.uri = dice.maybe(() -> URI.create("urn:x:" + dice.next()));
        row.url = dice.maybe(ValueModels::url);
        row.codes = dice.maybe(() -> new int[] {dice.integer(), dice.integer()});
        row.pages = dice.maybe(() -> new byte[][] {dice.bytes(), dice.bytes()});
        row.words = dice.maybe(() -> Arrays.asList(dice.text(), null, dice.text()));
        row.moods = dice.maybe(() -> Set.of(dice.oneOf(Texts.Mood.values())));
        row.days = dice.maybe(() -> List.of(dice.date(), dice.date()));
        row.index = dice.maybe(() -> new HashMap<>(Map.of(dice.text(), List.of(dice.integer()))));
        row.card = dice.maybe(() -> card(dice));
        row.cover = dice.maybe(() -> cover(dice));
        row.cards = dice.maybe(() -> List.of(card(dice), card(dice)));
        return row;
    }

    private static Texts.Cover cover(Dice dice) {
        Texts.Cover cover = new Texts.Cover();
        cover.maker = dice.text();
        cover.weight = dice.maybe(dice::integer);
        return cover;
    }

    private static Texts.Card card(Dice dice) {
        return new Texts.Card(dice.text(), List.of(dice.integer()));
    }

    private static URL url() {
        try {
            return URI.create("https://example.com/a?b=c").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
