package ids;

import io.turnkey.annotation.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@Cacheable
@IdClass(Price.Key.class)
public class Price {
    public record Key(String sku, String currency) {}

    @Id
    String sku;

    @Id
    String currency;

    long cents;
}
