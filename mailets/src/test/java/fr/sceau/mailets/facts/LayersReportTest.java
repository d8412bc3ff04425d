package fr.sceau.mailets.facts;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.RawMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayersReportTest {
    private final World world;

    LayersReportTest(@TempDir Path home) throws Exception {
        this.world = new World(home);
    }

    private LayersReport report(byte[] message, List<String> mailboxes) throws Exception {
        Instant now = Instant.now();
        return new LayersReport(
                world.verification.layers(RawMessage.of(message), mailboxes, now), now, List.of(CLAIRE, PAUL));
    }

    @Test
    void signer_path_and_lists_are_named() throws Exception {
        List<String> lines = report(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), List.of())
                .lines();
        assertThat(lines.get(0)).startsWith("multipart-signed:trusted : Signature vérifiée : LABORATOIRE DU PARC");
        assertThat(lines).anyMatch(line -> line.startsWith("  signataire LABORATOIRE DU PARC (RESULTATS) : trusted"));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("    révocation : CRL de "))
                .hasSize(2);
        assertThat(lines.get(lines.size() - 2)).startsWith("trusted : ");
    }

    @Test
    void recipient_whom_the_signer_did_not_name_is_named() throws Exception {
        String whole = Mails.text(Mails.clear(LAB, CLAIRE));
        String outer = whole.substring(0, whole.indexOf("Content-Type:")) + "Content-Type: message/rfc822\r\n\r\n";
        byte[] signed = Mails.signed((outer + whole).getBytes(StandardCharsets.ISO_8859_1), LAB_KEY);
        assertThat(report(signed, List.of()).lines()).anyMatch(line -> line.startsWith("destinataire " + PAUL + " : "));
        assertThat(report(signed, List.of()).json()).contains("\"unnamed\":[\"" + PAUL + "\"]");
    }

    @Test
    void what_is_sealed_is_judged_with_the_keys_of_the_mailbox_only() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), World.CLAIRE_OPENS);
        assertThat(report(sealed, List.of()).layers().code()).endsWith(":closed");
        LayersReport opened = report(sealed, List.of(CLAIRE));
        assertThat(opened.layers().code()).endsWith(":opened > multipart-signed:trusted");
        JsonNode json = new ObjectMapper().readTree(opened.json());
        assertThat(json.path("verdict").asText()).isEqualTo("trusted");
        assertThat(json.path("layers").path(1).path("signers").path(0).path("path"))
                .hasSize(3);
        assertThat(opened.json() + opened.lines()).doesNotContain("g/L");
    }
}
