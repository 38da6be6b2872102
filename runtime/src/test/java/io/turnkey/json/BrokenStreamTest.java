package io.turnkey.json;

import static io.turnkey.json.Documents.write;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import io.turnkey.json.People.UserSnapshot;
import io.turnkey.spi.SnapshotFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F49")
class BrokenStreamTest {
    private final SnapshotFile<UserSnapshot> users = People.users();

    /** Whatever the failure of a stream is, it is not taken for a mistake in the document. */
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 700})
    void what_the_stream_throws_is_thrown_on(int after) {
        byte[] document = write(users, false, People.rows()).getBytes(StandardCharsets.UTF_8);
        for (IOException failure : new IOException[] {
            new IOException("broken"),
            new CharacterCodingException(),
            new JsonParseException(null, "of another document")
        }) {
            InputStream broken =
                    new SequenceInputStream(new ByteArrayInputStream(document, 0, after), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw failure;
                        }

                        @Override
                        public int read(byte[] bytes, int offset, int length) throws IOException {
                            throw failure;
                        }
                    });

            assertThatThrownBy(() -> users.read(broken, row -> {})).isSameAs(failure);
        }
        InputStream idle = new InputStream() {
            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return 0;
            }
        };
        assertThatThrownBy(() -> users.read(idle, row -> {})).isExactlyInstanceOf(IOException.class);
    }
}
