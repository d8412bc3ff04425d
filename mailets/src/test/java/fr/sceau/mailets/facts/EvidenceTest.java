package fr.sceau.mailets.facts;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SignatureVerdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Was it valid that day?", years later and with nothing but the record. */
final class EvidenceTest {
    private final World world;
    private final SignatureVerdict verdict;
    private final Instant received = Instant.now();

    EvidenceTest(@TempDir Path home) throws Exception {
        this.world = new World(home);
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        this.verdict = world.verification.verifyAt(RawMessage.of(signed), received);
    }

    private static JsonNode evidence(SignatureVerdict verdict) throws Exception {
        return new ObjectMapper().readTree(Evidence.of(verdict, Instant.now()));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void chain_is_named_by_digest_from_the_signer_to_the_anchor() throws Exception {
        List<String> digests = new ArrayList<>();
        for (X509Certificate certificate : LAB_KEY.chain()) {
            digests.add(Fingerprint.of(certificate.getEncoded()));
        }
        List<String> path = texts(evidence(verdict).path("path"));
        assertThat(verdict.code()).isEqualTo("trusted");
        assertThat(path).startsWith(digests.get(0), digests.get(1)).hasSize(3);
        assertThat(World.PKI.anchors())
                .anySatisfy(anchor -> assertThat(path.get(2)).isEqualTo(Fingerprint.of(anchor.getEncoded())));
    }

    @Test
    void every_list_that_was_believed_is_named_by_digest_and_was_in_force_that_day() throws Exception {
        List<String> onDisk = new ArrayList<>();
        try (var files = Files.list(world.home.resolve("trust/crl"))) {
            for (Path file : files.toList()) {
                onDisk.add(Fingerprint.of(Files.readAllBytes(file)));
            }
        }
        JsonNode evidence = evidence(verdict);
        Instant at = Instant.parse(evidence.path("validAt").asText());
        assertThat(at).isEqualTo(received);
        assertThat(evidence.path("revocation")).hasSize(2).allSatisfy(list -> {
            assertThat(list.path("kind").asText()).isEqualTo("crl");
            assertThat(onDisk).contains(list.path("sha256").asText());
            assertThat(Instant.parse(list.path("thisUpdate").asText())).isBefore(at.plus(Duration.ofMinutes(1)));
            assertThat(Instant.parse(list.path("nextUpdate").asText())).isAfter(at);
        });
    }

    @Test
    void after_expiry_the_record_still_answers_where_a_new_look_cannot() throws Exception {
        Instant afterwards = LAB_KEY.certificate().getNotAfter().toInstant().plus(Duration.ofDays(1));
        World.PKI.renewLists(world.home.resolve("trust"), afterwards);
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        assertThat(world.verification.verifyAt(RawMessage.of(signed), received).code())
                .as("the new lists may have dropped the certificate")
                .isEqualTo("pending");
        assertThat(evidence(verdict).path("signer").path("certificate").asText())
                .isEqualTo(Fingerprint.of(LAB_KEY.certificate().getEncoded()));
    }

    @Test
    void verdict_that_waits_says_for_which_day_and_only_revocation_settles_it() throws Exception {
        try (var files = Files.list(world.home.resolve("trust/crl"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        byte[] signed = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        SignatureVerdict waiting = world.verification.verifyAt(RawMessage.of(signed), received);
        assertThat(waiting.code()).isEqualTo("pending");
        assertThat(LaterVerdict.validAt(Evidence.of(waiting, Instant.now()))).contains(received);
        assertThat(LaterVerdict.of(waiting, Instant.now())).isEmpty();
        assertThat(LaterVerdict.of(new SignatureVerdict.Unsigned(), Instant.now()))
                .isEmpty();
        assertThat(LaterVerdict.of(verdict, Instant.now()).map(LaterVerdict::code))
                .isEqualTo(Optional.of("trusted"));
        assertThat(LaterVerdict.validAt("no JSON")).isEmpty();
    }
}
