package fr.sceau.directory.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.nation.Nation;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is written while it is imported is not taken, even if it is as long as before. */
final class ChangingFileTest {
    private static final String STAMP = "202601010400";

    @TempDir
    private Path folder = Path.of("");

    enum Meanwhile {
        OTHER(text -> text.replaceFirst("MSSANTE", "mssante").replaceFirst("@", "x")),
        LONGER(text -> text + text.substring(text.indexOf('\n') + 1).repeat(200)),
        SHORTER(text -> text.substring(0, text.indexOf('\n') + 1)),
        EMPTY(text -> "");

        private final UnaryOperator<String> change;

        Meanwhile(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void file_that_changes_between_the_readings_is_refused(Meanwhile meanwhile) throws Exception {
        new Nation(new Nation.Size(300, 60, 300, 50), 2).write(folder.resolve("files"), 0, STAMP, done -> {});
        Path file = folder.resolve("files/Extraction_Correspondance_MSSante_" + STAMP + ".txt");
        Import.Steps steps = new Import.Steps() {
            @Override
            public void begins(String what, long total) {
                if (what.equals("tri")) {
                    change(file, meanwhile.change);
                }
            }

            @Override
            public void done(long done) {}
        };
        try (Country country = Country.open(folder.resolve("index"), DirectorySchema.load())) {
            Import made = new Import(country, folder.resolve("files"), folder.resolve("work"), steps, true);
            assertThatThrownBy(() -> made.run(LocalDate.of(2026, 1, 1))).isInstanceOf(RefusedFileException.class);
            country.refresh();
            assertThat(country.version().number()).isZero();
        }
    }

    private static void change(Path file, UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
