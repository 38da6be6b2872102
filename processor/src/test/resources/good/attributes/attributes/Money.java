package attributes;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

@Embeddable
public record Money(BigDecimal amount, String currency) {
    public Money(BigDecimal amount, Object currency) {
        this(amount, currency.toString());
    }
}
