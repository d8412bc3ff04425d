package fr.sceau.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HostileArchiveTest {
    private static RecognisedDocument attached(String name, byte[] content) throws IOException {
        return Mail.withText("Bonjour").attach(name, content).onlyDocument();
    }

    @Test
    void zip_bomb_is_stopped_while_it_inflates() throws IOException {
        byte[] zip = Mail.zip("bombe.txt", new byte[200 * 1024 * 1024]);
        RecognisedDocument document = attached("IHE_XDM.ZIP", zip);
        assertThat(document.type()).isEqualTo(DocumentType.OTHER);
        assertThat(document.flags()).containsExactly(Flags.ZIP_BOMB);
    }

    @Test
    void archive_of_too_many_files_is_stopped() throws IOException {
        Object[] entries = new Object[2 * 501];
        for (int i = 0; i < 501; i++) {
            entries[2 * i] = i + ".txt";
            entries[2 * i + 1] = new byte[0];
        }
        assertThat(attached("a.zip", Mail.zip(entries)).flags()).containsExactly(Flags.ZIP_BOMB);
    }

    @Test
    void zip_in_a_zip_is_not_opened() throws IOException {
        byte[] inner = Mail.zip("IHE_XDM/SUBSET01/METADATA.XML", Mail.bytes("<SubmitObjectsRequest/>"));
        Recognition found =
                Mail.withText("x").attach("a.zip", Mail.zip("b.zip", inner)).recognised();
        assertThat(found.documents()).hasSize(1);
        assertThat(found.main().orElseThrow().type()).isEqualTo(DocumentType.OTHER);
    }

    @Test
    void names_that_leave_the_archive_are_flagged_and_write_nothing(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("evil.txt");
        byte[] zip = Mail.zip(
                "../../evil.txt", Mail.bytes("x"), target.toString(), Mail.bytes("x"), "C:\\evil.txt", Mail.bytes("x"));
        assertThat(attached("a.zip", zip).flags()).containsExactly(Flags.UNSAFE_NAME);
        assertThat(target).doesNotExist();
    }

    @Test
    void truncated_zip_is_flagged() throws IOException {
        byte[] zip = Mail.zip("IHE_XDM/SUBSET01/METADATA.XML", Mail.bytes("<SubmitObjectsRequest/>"));
        byte[] cut = Arrays.copyOf(zip, 60);
        RecognisedDocument document = attached("IHE_XDM.ZIP", cut);
        assertThat(document.type()).isEqualTo(DocumentType.XDM);
        assertThat(document.flags()).contains(Flags.MALFORMED);
    }
}
