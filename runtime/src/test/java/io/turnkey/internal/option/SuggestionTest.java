package io.turnkey.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("ttl", "ttlJitter", "maxSize", "maxListSize");

    @ParameterizedTest
    @CsvSource({
        "tl, ttl",
        "TTL, ttl",
        "maxsize, maxSize",
        "maxSise, maxSize",
        "maxListSiz, maxListSize",
        "ttlJiter, ttlJitter"
    })
    void theNearestNameIsSuggested(String written, String meant) {
        assertThat(Suggestion.of(written, KNOWN)).isEqualTo(" (did you mean '" + meant + "'?)");
    }

    @Test
    void nothingIsSuggestedForAWordThatIsFarFromAll() {
        assertThat(Suggestion.of("refresh", KNOWN)).isEmpty();
        assertThat(Suggestion.of("", KNOWN)).isEmpty();
    }
}
