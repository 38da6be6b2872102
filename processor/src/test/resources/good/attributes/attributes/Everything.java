package attributes;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

@Entity
@Cacheable(updatedAt = "changed", ttl = "90m")
@KeyFields(value = {"place.geo.latitude", "price.currency", "number"}, name = "spot", unique = false)
@SuppressWarnings("turnkey")
public class Everything extends Base<UUID, String> {
    enum Colour {
        RED
    }

    public static class Words implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> words) {
            return String.join(" ", words);
        }

        @Override
        public List<String> convertToEntityAttribute(String words) {
            return List.of(words.split(" "));
        }
    }

    Date born;
    Calendar calendar;
    Timestamp changed;

    @Version
    Long revision;

    char[] pin;
    double weight;
    float ratio;
    boolean active;
    LocalDate day;
    Colour colour;

    @KeyField(unique = false)
    int number;

    @Convert(converter = Words.class)
    private List<String> words = new ArrayList<>();

    @Embedded
    Place place;

    @Embedded
    Money price;

    @ElementCollection
    List<Date> dates = new ArrayList<>();

    @ElementCollection
    List<byte[]> blobs = new ArrayList<>();

    @ElementCollection
    private Map<String, byte[]> files = new TreeMap<>();

    @ElementCollection
    Map<Colour, Geo> points = new TreeMap<>();

    @ElementCollection
    @OrderBy("currency DESC")
    List<Money> prices = new ArrayList<>();

    @ElementCollection
    SortedSet<String> sorted = new TreeSet<>();

    @ElementCollection
    Collection<Integer> bag = new ArrayList<>();

    @ManyToOne
    @KeyField(unique = false)
    private Country country;

    @ManyToMany
    Set<Country> countries;

    String wait;
    String hashCode;
    String object;
    String other;
    String element;
    String everything;
    String secretKey;

    byte[][] tiles;
    Date[] visits;
    Set<Colour> palette;
    List<Date> marks;
    Map<String, List<Integer>> index;
    Map<String, byte[]> icons;
    Map<String, List<byte[]>> pages;
    List<String>[] columns;

    @CacheIgnore
    String ignored;

    @Transient
    String gone;

    void files(Map<String, byte[]> files) {
        this.files = files;
    }
}
