package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.SmimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authorities that the operator laid down. */
class TrustAnchorsTest {
    private final Authority root = Authority.root("RACINE");
    private final Authority issuing = root.under("AC");
    private final Path folder;

    TrustAnchorsTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        lay("anchors/racine.cer", root.certificate());
    }

    private void lay(String file, X509Certificate certificate) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.write(path, certificate.getEncoded());
    }

    @Test
    void roots_and_what_leads_to_them_are_read_from_their_folders() throws Exception {
        lay("intermediates/ac.cer", issuing.certificate());
        Files.writeString(folder.resolve("anchors/LISEZ-MOI.txt"), "pas un certificat");
        TrustAnchors trust = TrustAnchors.load(folder);
        assertThat(trust.anchors()).containsExactly(root.certificate());
        assertThat(trust.intermediates()).containsExactly(issuing.certificate());
    }

    @Test
    void nothing_need_lead_to_a_root() throws Exception {
        assertThat(TrustAnchors.load(folder).intermediates()).isEmpty();
    }

    @Test
    void intermediates_alone_are_no_trust() throws Exception {
        lay("intermediates/ac.cer", issuing.certificate());
        Files.delete(folder.resolve("anchors/racine.cer"));
        assertThatThrownBy(() -> TrustAnchors.load(folder))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("aucune autorité racine");
    }
}
