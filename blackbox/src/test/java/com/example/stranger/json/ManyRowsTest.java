package com.example.stranger.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.support.Child;
import com.example.stranger.support.Child.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A cache of many rows is exported and imported in a heap that holds little beside it")
@Tag("F49")
class ManyRowsTest {
    @TempDir
    private Path folder;

    @Test
    void aHundredThousand() throws Exception {
        check(100_000, "-Xmx64m");
    }

    @Test
    @Tag("soak")
    void aMillion() throws Exception {
        check(1_000_000, "-Xmx448m");
    }

    /** The cache takes two thirds of the heap, and its file would not fit into the rest. */
    private void check(int rows, String heap) throws Exception {
        Result result = Child.run(
                List.of(heap),
                ManyRowsProbe.class,
                String.valueOf(rows),
                folder.resolve("branches.json").toString());

        assertThat(result.status()).as("%s", result.lines()).isZero();
        assertThat(result.lines()).contains("rows " + rows, "same true");
    }
}
