package com.example.stranger.group;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.support.Child;
import com.example.stranger.support.Child.Result;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Caches that close when the JVM exits")
@Tag("F50")
class ExitTest {
    private static List<String> said(Result result) {
        return result.lines().stream()
                .filter(line -> line.matches("(found|closed|end).*"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"RETURN, 0", "EXIT, 3", "THROW, 1"})
    void howeverItEnds(ExitProbe.End end, int status) throws Exception {
        Result result = Child.run(List.of(), ExitProbe.class, end.name());

        assertThat(result.status()).as("%s", result.lines()).isEqualTo(status);
        assertThat(said(result)).startsWith("found true");
        assertThat(said(result))
                .filteredOn(line -> line.startsWith("closed"))
                .containsExactlyInAnyOrder("closed Airport", "closed Document", "closed shop", "closed alone");
    }

    @Test
    void whatIsClosedBeforeIsNotClosedAgain() throws Exception {
        Result result = Child.run(List.of(), ExitProbe.class, ExitProbe.End.CLOSE_FIRST.name());

        assertThat(result.status()).isZero();
        assertThat(said(result)).hasSize(6).endsWith("end");
    }
}
