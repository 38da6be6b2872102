package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("F75")
class PropertyOptionsTest {
    private static final List<String> MODELS = List.of("User", "Order", "crm.Contact");

    @Test
    void everyOptionCanBeSetByText() {
        CacheOptions options = options(
                "User",
                pairs(
                        "turnkey.User.load", "lazy",
                        "turnkey.User.ttl", "none",
                        "turnkey.User.ttlJitter", "0.5",
                        "turnkey.User.staleWhileRevalidate", "false",
                        "turnkey.User.maxStale", "3m",
                        "turnkey.User.staleIfError", "4m",
                        "turnkey.User.maxSize", "UNLIMITED",
                        "turnkey.User.maxListSize", "7",
                        "turnkey.User.refreshInterval", "none",
                        "turnkey.User.syncOverlap", "5s",
                        "turnkey.User.reconcileInterval", "6m",
                        "turnkey.User.cleanupInterval", "none",
                        "turnkey.User.readThrough", "false",
                        "turnkey.User.negativeTtl", "30s",
                        "turnkey.User.loadTimeout", "PT2S",
                        "turnkey.User.enabled", " false "));

        assertThat(options)
                .isEqualTo(new CacheOptions(
                        LoadMode.LAZY,
                        CacheOptions.FOREVER,
                        0.5,
                        false,
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(4),
                        CacheOptions.UNLIMITED,
                        7,
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(6),
                        Duration.ZERO,
                        false,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(2),
                        false));
    }

    @Test
    void anEmptyValueLeavesTheChoiceToTheCache() {
        CacheOptions.Builder set = CacheOptions.builder()
                .maxStale(Duration.ZERO)
                .refreshInterval(Duration.ZERO)
                .reconcileInterval(Duration.ofHours(9));
        new PropertyOptions(
                        pairs(
                                "turnkey.User.maxStale", "",
                                "turnkey.refreshInterval", " ",
                                "turnkey.reconcileInterval", ""),
                        MODELS)
                .apply("User", set);

        assertThat(set.build()).isEqualTo(CacheOptions.builder().build());
    }

    @Test
    void everyOptionOfCacheOptionsHasAName() {
        assertThat(CacheOptions.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactlyElementsOf(Option.names());
    }

    @Test
    void aPropertyOfOneModelWinsOverTheOneForAllModels() {
        Map<String, String> properties = Map.of("turnkey.maxSize", "10", "turnkey.User.maxSize", "20");

        assertThat(options("User", properties).maxSize()).isEqualTo(20);
        assertThat(options("Order", properties).maxSize()).isEqualTo(10);
    }

    @Test
    void aModelsNameMayContainDots() {
        assertThat(options("crm.Contact", Map.of("turnkey.crm.Contact.maxSize", "3"))
                        .maxSize())
                .isEqualTo(3);
    }

    @Test
    void otherKeysAreLeftAlone() {
        assertThat(options("User", Map.of("spring.ttl", "x", "turnkeyish.ttl", "x", "ttl", "x")))
                .isEqualTo(CacheOptions.builder().build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turnkey.Usr.ttl | Property turnkey.Usr.ttl names the unknown model 'Usr' (did you mean 'User'?); the models are [User, Order, crm.Contact]",
                "turnkey.Invoice.ttl | Property turnkey.Invoice.ttl names the unknown model 'Invoice'; the models are [User, Order, crm.Contact]",
                "turnkey.User.maxsize | Property turnkey.User.maxsize names the unknown option 'maxsize' (did you mean 'maxSize'?); the options are [load, ttl,",
                "turnkey.timetolive | Property turnkey.timetolive names the unknown option 'timetolive'; the options are [load, ttl,",
                "turnkey. | Property turnkey. names the unknown option ''; the options are",
                "turnkey.User. | Property turnkey.User. names the unknown option ''; the options are"
            })
    void aNameThatIsNotKnownIsRefusedWithThoseThatAre(String key, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PropertyOptions(Map.of(key, "1m"), MODELS))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turnkey.User.ttl | 5 minutes | a duration longer than zero, like",
                "turnkey.ttl | 0s | a duration longer than zero, like",
                "turnkey.loadTimeout | none | a duration longer than zero, like",
                "turnkey.maxSize | 1e6 | a whole number of at least 1, or UNLIMITED",
                "turnkey.maxSize | 0 | a whole number of at least 1, or UNLIMITED",
                "turnkey.ttlJitter | 2 | a number from 0 to 1",
                "turnkey.ttlJitter | ten | a number from 0 to 1",
                "turnkey.enabled | yes | true or false",
                "turnkey.maxStale | -5m | a duration like",
                "turnkey.syncOverlap | none | a duration like",
                "turnkey.reconcileInterval | 0s | a duration longer than zero, like",
                "turnkey.refreshInterval | PT-1S | a duration like",
                "turnkey.load | EAGER | AUTO, FULL or LAZY"
            })
    void aValueThatCannotBeUsedIsRefusedWithKeyValueAndExpectedForm(String key, String value, String form) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PropertyOptions(Map.of(key, value), MODELS))
                .withMessageStartingWith("Property " + key + " has the value '" + value + "', but must be " + form);
    }

    private static CacheOptions options(String model, Map<String, String> properties) {
        CacheOptions.Builder options = CacheOptions.builder();
        new PropertyOptions(properties, MODELS).apply(model, options);
        return options.build();
    }

    private static Map<String, String> pairs(String... keysAndValues) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return pairs;
    }
}
