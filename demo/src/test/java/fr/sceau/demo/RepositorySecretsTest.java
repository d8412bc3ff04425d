package fr.sceau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keys and passwords are made at the first start; none comes with the source. */
final class RepositorySecretsTest {
    private static final Set<String> NOT_SOURCE = Set.of(".git", "target", "node_modules", "var", ".build", ".m2");
    private static final Pattern KEY_FILE = Pattern.compile("(?i).*\\.(p12|pfx|jks|keystore)|secrets\\.properties");
    private static final Pattern PEM_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}");
    private static final long LARGEST_TEXT = 1_000_000;

    @Test
    void no_private_key_and_no_password_file_in_the_source_tree() throws IOException {
        Path root = Path.of(System.getProperty("sceau.root"));
        assertThat(root.resolve("pom.xml")).exists();
        List<Path> files = sources(root);
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files.stream().filter(RepositorySecretsTest::holdsSecret)).isEmpty();
    }

    @Test
    void pattern_would_find_a_key() {
        String key = "-----BEGIN PRIVATE KEY-----\n" + "A".repeat(64) + "\n";
        assertThat(PEM_KEY.matcher(key).find()).isTrue();
        assertThat(KEY_FILE.matcher("server.p12").matches()).isTrue();
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_SOURCE.contains(String.valueOf(folder.getFileName()));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean holdsSecret(Path file) {
        try {
            return KEY_FILE.matcher(String.valueOf(file.getFileName())).matches()
                    || (Files.size(file) < LARGEST_TEXT
                            && PEM_KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                    .find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
