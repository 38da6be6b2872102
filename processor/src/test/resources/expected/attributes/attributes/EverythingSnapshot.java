package attributes;

import io.turnkey.spi.Caches;
import io.turnkey.spi.Fields;
import io.turnkey.spi.Snapshots;
import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@link Everything} held when it was read: immutable, and shared by all callers.
 *
 * @param id the attribute {@link Everything#getId() id}
 * @param label the attribute {@code label}
 * @param born the attribute {@link Everything#born born}
 * @param calendar the attribute {@link Everything#calendar calendar}
 * @param changed the attribute {@link Everything#changed changed}
 * @param revision the attribute {@link Everything#revision revision}
 * @param pin the attribute {@link Everything#pin pin}
 * @param weight the attribute {@link Everything#weight weight}
 * @param ratio the attribute {@link Everything#ratio ratio}
 * @param active the attribute {@link Everything#active active}
 * @param day the attribute {@link Everything#day day}
 * @param colour the attribute {@link Everything#colour colour}
 * @param number the attribute {@link Everything#number number}
 * @param words the attribute {@code words}
 * @param place the attribute {@link Everything#place place}
 * @param price the attribute {@link Everything#price price}
 * @param dates the attribute {@link Everything#dates dates}
 * @param blobs the attribute {@link Everything#blobs blobs}
 * @param files the attribute {@code files}
 * @param points the attribute {@link Everything#points points}
 * @param prices the attribute {@link Everything#prices prices}
 * @param sorted the attribute {@link Everything#sorted sorted}
 * @param bag the attribute {@link Everything#bag bag}
 * @param countryId the id of {@code country}
 * @param countryIds the ids of {@link Everything#countries countries}
 * @param wait_ the attribute {@link Everything#wait wait}
 * @param hashCode_ the attribute {@link Everything#hashCode hashCode}
 * @param object the attribute {@link Everything#object object}
 * @param other the attribute {@link Everything#other other}
 * @param element the attribute {@link Everything#element element}
 * @param everything the attribute {@link Everything#everything everything}
 * @param secretKey the attribute {@link Everything#secretKey secretKey}
 * @param tiles the attribute {@link Everything#tiles tiles}
 * @param visits the attribute {@link Everything#visits visits}
 * @param palette the attribute {@link Everything#palette palette}
 * @param marks the attribute {@link Everything#marks marks}
 * @param index the attribute {@link Everything#index index}
 * @param icons the attribute {@link Everything#icons icons}
 * @param pages the attribute {@link Everything#pages pages}
 * @param columns the attribute {@link Everything#columns columns}
 */
@NullMarked
@Generated("io.turnkey.processor.CacheProcessor")
public record EverythingSnapshot(
        UUID id,
        @Nullable String label,
        @Nullable Date born,
        @Nullable Calendar calendar,
        @Nullable Timestamp changed,
        @Nullable Long revision,
        char @Nullable [] pin,
        double weight,
        float ratio,
        boolean active,
        @Nullable LocalDate day,
        Everything.@Nullable Colour colour,
        int number,
        @Nullable List<String> words,
        EverythingSnapshot.@Nullable PlaceSnapshot place,
        @Nullable Money price,
        @Nullable List<Date> dates,
        @Nullable List<byte[]> blobs,
        @Nullable Map<String, byte[]> files,
        @Nullable Map<Everything.Colour, EverythingSnapshot.GeoSnapshot> points,
        @Nullable List<Money> prices,
        @Nullable Set<String> sorted,
        @Nullable List<Integer> bag,
        @Nullable String countryId,
        @Nullable Set<String> countryIds,
        @Nullable String wait_,
        @Nullable String hashCode_,
        @Nullable String object,
        @Nullable String other,
        @Nullable String element,
        @Nullable String everything,
        @Nullable String secretKey,
        byte @Nullable [][] tiles,
        Date @Nullable [] visits,
        @Nullable Set<Everything.Colour> palette,
        @Nullable List<Date> marks,
        @Nullable Map<String, List<Integer>> index,
        @Nullable Map<String, byte[]> icons,
        @Nullable Map<String, List<byte[]>> pages,
        List<String> @Nullable [] columns) {
    private static final VarHandle LABEL = Fields.of(MethodHandles.lookup(), Base.class, "label", Object.class);
    private static final VarHandle WORDS = Fields.of(MethodHandles.lookup(), Everything.class, "words", List.class);
    private static final VarHandle FILES = Fields.of(MethodHandles.lookup(), Everything.class, "files", Map.class);
    private static final VarHandle COUNTRY = Fields.of(MethodHandles.lookup(), Everything.class, "country", Country.class);
    private static final VarHandle CODE = Fields.of(MethodHandles.lookup(), Country.class, "code", String.class);

    public EverythingSnapshot {
        Objects.requireNonNull(id, "id");
        born = born == null ? null : (Date) born.clone();
        calendar = calendar == null ? null : (Calendar) calendar.clone();
        changed = changed == null ? null : (Timestamp) changed.clone();
        pin = pin == null ? null : pin.clone();
        words = Snapshots.list(words);
        dates = Snapshots.list(dates, element_ -> (Date) element_.clone());
        blobs = Snapshots.list(blobs, byte[]::clone);
        files = Snapshots.map(files, Function.identity(), byte[]::clone);
        points = Snapshots.map(points);
        prices = Snapshots.list(prices);
        sorted = Snapshots.set(sorted);
        bag = Snapshots.list(bag);
        countryIds = Snapshots.set(countryIds);
        tiles = Snapshots.array(byte[][].class, tiles, byte[]::clone);
        visits = Snapshots.array(Date[].class, visits, element_ -> (Date) element_.clone());
        palette = Snapshots.set(palette);
        marks = Snapshots.list(marks, element_ -> (Date) element_.clone());
        index = Snapshots.map(index, Function.identity(), element_ -> Snapshots.list(element_));
        icons = Snapshots.map(icons, Function.identity(), byte[]::clone);
        pages = Snapshots.map(pages, Function.identity(), element_ -> Snapshots.list(element_, byte[]::clone));
        columns = Snapshots.array(List[].class, columns, element_ -> Snapshots.list(element_));
    }

    /** The snapshot of an entity that is in memory. */
    @SuppressWarnings("unchecked")
    public static EverythingSnapshot of(Everything everything) {
        Everything real = Caches.unproxy(everything);
        Country country = (Country) COUNTRY.get(real);
        return new EverythingSnapshot(
                real.getId(),
                (String) LABEL.get(real),
                real.born,
                real.calendar,
                real.changed,
                real.revision,
                real.pin,
                real.weight,
                real.ratio,
                real.active,
                real.day,
                real.colour,
                real.number,
                (List<String>) WORDS.get(real),
                PlaceSnapshot.of(real.place),
                real.price,
                Snapshots.list(real.dates),
                Snapshots.list(real.blobs),
                Snapshots.map((Map<String, byte[]>) FILES.get(real)),
                Snapshots.map(real.points, Function.identity(), GeoSnapshot::of),
                Snapshots.list(real.prices),
                Snapshots.set(real.sorted),
                Snapshots.list(real.bag),
                country == null ? null : Caches.idOf(country, each -> (String) CODE.get(each)),
                Snapshots.set(real.countries, target -> Caches.idOf(target, each -> (String) CODE.get(each))),
                real.wait,
                real.hashCode,
                real.object,
                real.other,
                real.element,
                real.everything,
                real.secretKey,
                real.tiles,
                real.visits,
                real.palette,
                real.marks,
                real.index,
                real.icons,
                real.pages,
                real.columns);
    }

    /** A reference to the row that reads nothing, to be set as the target of an association. */
    public Everything reference(EntityManager entityManager) {
        return entityManager.getReference(Everything.class, id());
    }

    /** The entity itself, to be changed; {@code null} if the row is gone. */
    public @Nullable Everything find(EntityManager entityManager) {
        return entityManager.find(Everything.class, id());
    }

    /** Returns a copy of the attribute {@link Everything#born born}. */
    @Override
    public @Nullable Date born() {
        return born == null ? null : (Date) born.clone();
    }

    /** Returns a copy of the attribute {@link Everything#calendar calendar}. */
    @Override
    public @Nullable Calendar calendar() {
        return calendar == null ? null : (Calendar) calendar.clone();
    }

    /** Returns a copy of the attribute {@link Everything#changed changed}. */
    @Override
    public @Nullable Timestamp changed() {
        return changed == null ? null : (Timestamp) changed.clone();
    }

    /** Returns a copy of the attribute {@link Everything#pin pin}. */
    @Override
    public char @Nullable [] pin() {
        return pin == null ? null : pin.clone();
    }

    /** Returns a copy of the attribute {@link Everything#dates dates}. */
    @Override
    public @Nullable List<Date> dates() {
        return Snapshots.list(dates, element_ -> (Date) element_.clone());
    }

    /** Returns a copy of the attribute {@link Everything#blobs blobs}. */
    @Override
    public @Nullable List<byte[]> blobs() {
        return Snapshots.list(blobs, byte[]::clone);
    }

    /** Returns a copy of the attribute {@code files}. */
    @Override
    public @Nullable Map<String, byte[]> files() {
        return Snapshots.map(files, Function.identity(), byte[]::clone);
    }

    /** Returns a copy of the attribute {@link Everything#tiles tiles}. */
    @Override
    public byte @Nullable [][] tiles() {
        return Snapshots.array(byte[][].class, tiles, byte[]::clone);
    }

    /** Returns a copy of the attribute {@link Everything#visits visits}. */
    @Override
    public Date @Nullable [] visits() {
        return Snapshots.array(Date[].class, visits, element_ -> (Date) element_.clone());
    }

    /** Returns a copy of the attribute {@link Everything#marks marks}. */
    @Override
    public @Nullable List<Date> marks() {
        return Snapshots.list(marks, element_ -> (Date) element_.clone());
    }

    /** Returns a copy of the attribute {@link Everything#icons icons}. */
    @Override
    public @Nullable Map<String, byte[]> icons() {
        return Snapshots.map(icons, Function.identity(), byte[]::clone);
    }

    /** Returns a copy of the attribute {@link Everything#pages pages}. */
    @Override
    public @Nullable Map<String, List<byte[]>> pages() {
        return Snapshots.map(pages, Function.identity(), element_ -> Snapshots.list(element_, byte[]::clone));
    }

    /** Returns a copy of the attribute {@link Everything#columns columns}. */
    @Override
    public List<String> @Nullable [] columns() {
        return Snapshots.array(List[].class, columns, element_ -> Snapshots.list(element_));
    }

    @Override
    public boolean equals(@Nullable Object object_) {
        return object_ instanceof EverythingSnapshot other_
                && Objects.equals(id, other_.id)
                && Objects.equals(label, other_.label)
                && Objects.equals(born, other_.born)
                && Objects.equals(calendar, other_.calendar)
                && Objects.equals(changed, other_.changed)
                && Objects.equals(revision, other_.revision)
                && Arrays.equals(pin, other_.pin)
                && Double.compare(weight, other_.weight) == 0
                && Float.compare(ratio, other_.ratio) == 0
                && active == other_.active
                && Objects.equals(day, other_.day)
                && Objects.equals(colour, other_.colour)
                && number == other_.number
                && Objects.equals(words, other_.words)
                && Objects.equals(place, other_.place)
                && Objects.equals(price, other_.price)
                && Objects.equals(dates, other_.dates)
                && Snapshots.equal(blobs, other_.blobs)
                && Snapshots.equal(files, other_.files)
                && Objects.equals(points, other_.points)
                && Objects.equals(prices, other_.prices)
                && Objects.equals(sorted, other_.sorted)
                && Objects.equals(bag, other_.bag)
                && Objects.equals(countryId, other_.countryId)
                && Objects.equals(countryIds, other_.countryIds)
                && Objects.equals(wait_, other_.wait_)
                && Objects.equals(hashCode_, other_.hashCode_)
                && Objects.equals(object, other_.object)
                && Objects.equals(other, other_.other)
                && Objects.equals(element, other_.element)
                && Objects.equals(everything, other_.everything)
                && Objects.equals(secretKey, other_.secretKey)
                && Arrays.deepEquals(tiles, other_.tiles)
                && Arrays.equals(visits, other_.visits)
                && Objects.equals(palette, other_.palette)
                && Objects.equals(marks, other_.marks)
                && Objects.equals(index, other_.index)
                && Snapshots.equal(icons, other_.icons)
                && Snapshots.equal(pages, other_.pages)
                && Arrays.equals(columns, other_.columns);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                id,
                label,
                born,
                calendar,
                changed,
                revision,
                Arrays.hashCode(pin),
                weight,
                ratio,
                active,
                day,
                colour,
                number,
                words,
                place,
                price,
                dates,
                Snapshots.hash(blobs),
                Snapshots.hash(files),
                points,
                prices,
                sorted,
                bag,
                countryId,
                countryIds,
                wait_,
                hashCode_,
                object,
                other,
                element,
                everything,
                secretKey,
                Arrays.deepHashCode(tiles),
                Arrays.hashCode(visits),
                palette,
                marks,
                index,
                Snapshots.hash(icons),
                Snapshots.hash(pages),
                Arrays.hashCode(columns));
    }

    @Override
    public String toString() {
        return "EverythingSnapshot["
                + "id=" + id
                + ", label=" + label
                + ", born=" + born
                + ", calendar=" + calendar
                + ", changed=" + changed
                + ", revision=" + revision
                + ", pin=***"
                + ", weight=" + weight
                + ", ratio=" + ratio
                + ", active=" + active
                + ", day=" + day
                + ", colour=" + colour
                + ", number=" + number
                + ", words=" + words
                + ", place=" + place
                + ", price=" + price
                + ", dates=" + dates
                + ", blobs=" + blobs
                + ", files=" + files
                + ", points=" + points
                + ", prices=" + prices
                + ", sorted=" + sorted
                + ", bag=" + bag
                + ", countryId=" + countryId
                + ", countryIds=" + countryIds
                + ", wait_=" + wait_
                + ", hashCode_=" + hashCode_
                + ", object=" + object
                + ", other=" + other
                + ", element=" + element
                + ", everything=" + everything
                + ", secretKey=***"
                + ", tiles=" + (tiles == null ? null : "byte[][" + tiles.length + "]")
                + ", visits=" + (visits == null ? null : "java.util.Date[" + visits.length + "]")
                + ", palette=" + palette
                + ", marks=" + marks
                + ", index=" + index
                + ", icons=" + icons
                + ", pages=" + pages
                + ", columns=" + (columns == null ? null : "java.util.List<java.lang.String>[" + columns.length + "]")
                + "]";
    }

    /**
     * What {@link Place} held.
     *
     * @param geo the attribute {@link Place#geo geo}
     * @param countryId the id of {@link Place#country country}
     * @param names the attribute {@link Place#names names}
     * @param map the attribute {@link Place#map map}
     */
    public record PlaceSnapshot(
            @Nullable GeoSnapshot geo,
            @Nullable String countryId,
            @Nullable List<String> names,
            byte @Nullable [] map) {
        private static final VarHandle CODE = Fields.of(MethodHandles.lookup(), Country.class, "code", String.class);

        public PlaceSnapshot {
            names = Snapshots.list(names);
            map = map == null ? null : map.clone();
        }

        /** The same values; {@code null} for {@code null}. */
        public static @Nullable PlaceSnapshot of(@Nullable Place place) {
            if (place == null) {
                return null;
            }
            Country country = place.country;
            return new PlaceSnapshot(
                    GeoSnapshot.of(place.geo),
                    country == null ? null : Caches.idOf(country, each -> (String) CODE.get(each)),
                    Snapshots.list(place.names),
                    place.map);
        }

        /** Returns a copy of the attribute {@link Place#map map}. */
        @Override
        public byte @Nullable [] map() {
            return map == null ? null : map.clone();
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof PlaceSnapshot other
                    && Objects.equals(geo, other.geo)
                    && Objects.equals(countryId, other.countryId)
                    && Objects.equals(names, other.names)
                    && Arrays.equals(map, other.map);
        }

        @Override
        public int hashCode() {
            return Objects.hash(geo, countryId, names, Arrays.hashCode(map));
        }

        @Override
        public String toString() {
            return "PlaceSnapshot["
                    + "geo=" + geo
                    + ", countryId=" + countryId
                    + ", names=" + names
                    + ", map=" + (map == null ? null : "byte[" + map.length + "]")
                    + "]";
        }
    }

    /**
     * What {@link Geo} held.
     *
     * @param latitude the attribute {@link Geo#latitude latitude}
     * @param height the attribute {@link Geo#height height}
     * @param zone the attribute {@code zone}
     */
    public record GeoSnapshot(double latitude, float height, @Nullable Byte zone) {
        private static final VarHandle ZONE = Fields.of(MethodHandles.lookup(), Geo.class, "zone", Byte.class);

        /** The same values; {@code null} for {@code null}. */
        public static @Nullable GeoSnapshot of(@Nullable Geo geo) {
            if (geo == null) {
                return null;
            }
            return new GeoSnapshot(geo.latitude, geo.height, (Byte) ZONE.get(geo));
        }
    }
}
