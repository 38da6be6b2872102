package bad;

import io.turnkey.annotation.CacheIgnore;
import io.turnkey.annotation.Cacheable;
import io.turnkey.annotation.KeyField;
import io.turnkey.annotation.KeyFields;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Cacheable
class MutableValue {
    @Id
    Long id;

    List<String> tags;
    Collection<Date> dates;
    Map<String, Set<byte[]>> deep;
    Date[] days;

    // BUG: [turnkey:mutable-value]
    ArrayList<String> concrete;

    // BUG: [turnkey:mutable-value]
    SortedSet<String> sorted;

    // BUG: [turnkey:mutable-value]
    List<?> vague;

    // BUG: [turnkey:mutable-value]
    Map<String, Object> anything;

    // BUG: [turnkey:mutable-value]
    List<Box> boxes;

    // BUG: [turnkey:mutable-value]
    Box[] pile;

    @Convert(attributeName = "box")
    // BUG: [turnkey:mutable-value]
    Box box;

    Fixed fixed;

    static class Box {
        int size;
    }

    static class Fixed {
        final int size = 1;
    }
}
