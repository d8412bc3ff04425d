package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Found by the fuzzer: of a list with indefinite lengths inside, the platform's decoder makes an exception that it does not
 * declare. Whoever serves such a list must not stop the refreshing of all others.
 */
class GarbledListTest {
    private static byte[] list() throws IOException {
        try (InputStream in = Objects.requireNonNull(GarbledListTest.class.getResourceAsStream("indefinite.crl"))) {
            return in.readAllBytes();
        }
    }

    @Test
    void list_that_breaks_the_decoder_is_no_list(@TempDir Path folder) throws Exception {
        URI address = URI.create("http://crl.exemple.test/1");
        SourceOutcome outcome = new FetchedLists(folder).offer(address, list(), List.of(), Instant.EPOCH);
        assertThat(outcome).isEqualTo(SourceOutcome.NOT_A_LIST);
    }

    @Test
    void file_that_breaks_the_decoder_is_shown_to_the_operator(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("one.crl"), list());
        assertThat(new CrlCache(folder).unreadable()).containsExactly(file);
    }
}
