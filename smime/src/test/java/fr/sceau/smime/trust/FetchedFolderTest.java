package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the network's files. */
class FetchedFolderTest {
    private final Path folder;

    FetchedFolderTest(@TempDir Path folder) {
        this.folder = folder.resolve("new");
    }

    private void put(FetchedFolder files, String name, int octets, int age) throws Exception {
        files.put(name, new byte[octets]);
        Files.setLastModifiedTime(folder.resolve(name + ".crl"), FileTime.fromMillis(1_000_000_000_000L - age));
    }

    @Test
    void those_written_longest_ago_go_when_there_are_too_many() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 2, 1_000);
        put(files, "old", 10, 2);
        put(files, "middle", 10, 1);
        put(files, "new", 10, 0);
        assertThat(files.names()).containsExactlyInAnyOrder("middle", "new");
    }

    @Test
    void those_written_longest_ago_go_when_they_are_too_large() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 10, 100);
        put(files, "old", 60, 2);
        put(files, "middle", 30, 1);
        put(files, "new", 50, 0);
        assertThat(files.names()).containsExactlyInAnyOrder("middle", "new");
    }

    @Test
    void as_much_as_is_allowed_stays_and_the_newest_always_does() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 2, 100);
        put(files, "old", 60, 1);
        put(files, "new", 40, 0);
        assertThat(files.names()).containsExactlyInAnyOrder("old", "new");
        FetchedFolder small = new FetchedFolder(folder.resolve("small"), ".crl", 2, 100);
        small.put("large", new byte[101]);
        assertThat(small.names()).containsExactly("large");
    }

    @Test
    void files_of_others_are_neither_told_nor_taken_away() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 1, 100);
        Files.createDirectories(folder);
        Path other = Files.writeString(folder.resolve("LISEZ-MOI"), "x".repeat(200));
        put(files, "old", 10, 1);
        put(files, "new", 10, 0);
        assertThat(files.names()).containsExactly("new");
        assertThat(other).exists();
    }

    @Test
    void what_is_not_there_or_no_file_is_absent() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 2, 100);
        assertThat(files.names()).isEmpty();
        assertThat(files.read("none")).isEmpty();
        Files.createDirectories(folder.resolve("folder.crl"));
        assertThat(files.read("folder")).isEmpty();
    }

    @Test
    void another_content_takes_the_place_of_the_old_and_nothing_else_is_left() throws Exception {
        FetchedFolder files = new FetchedFolder(folder, ".crl", 10, 100);
        files.put("one", new byte[] {1});
        files.put("one", new byte[] {2, 2});
        assertThat(files.read("one").orElseThrow()).containsExactly(2, 2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }
}
