package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.sceau.smime.trust.PathOutcome.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NIST's path validation suite against the validator that judges signers. Of its rules only those on strength are off: the
 * suite is of 2001, RSA 1024, DSA and SHA-1. A path whose revocation is not known is not valid.
 */
class PkitsTest {
    private static final Path SAMPLES = Path.of(System.getProperty("sceau.root", ""), "../shared/samples/smime/pkits")
            .normalize();
    private static final Instant THEN = Instant.parse("2011-04-01T00:00:00Z"); // all but the bad ones are valid
    private static final Map<String, String> POLICIES = Map.of(
            "anyPolicy", "2.5.29.32.0",
            "NIST-test-policy-1", "2.16.840.1.101.3.2.1.48.1",
            "NIST-test-policy-2", "2.16.840.1.101.3.2.1.48.2",
            "NIST-test-policy-3", "2.16.840.1.101.3.2.1.48.3",
            "NIST-test-policy-6", "2.16.840.1.101.3.2.1.48.6");

    /** Sub-tests in which we differ from the suite, and why. */
    private static final Map<String, String> MISSES = Map.of(
            "4.1.5 Valid DSA Parameter Inheritance Test5",
            "the path is valid; the list under the key with inherited parameters is not checked, and DSA is refused anyway",
            "4.10.13 Valid Policy Mapping Test13 (Subpart 3)",
            "no certificate requires an explicit policy: RFC 5280 calls the path valid, with an empty set of policies",
            "4.15.4 Invalid delta-CRL Test4",
            "delta CRL: revoked there only",
            "4.15.5 Valid delta-CRL Test5",
            "delta CRL: released there from the hold that its base names");

    private final Path folder;

    PkitsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void samplesAreThere() {
        assumeTrue(Files.isDirectory(SAMPLES), "SKIPPED: PKITS is absent: " + SAMPLES);
    }

    static Stream<Case> cases() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            return Stream.of();
        }
        JsonNode tests = new ObjectMapper()
                .readTree(SAMPLES.resolve("pkits-expected.json").toFile());
        return StreamSupport.stream(tests.spliterator(), false).map(Case::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outcome_is_that_of_the_suite_or_a_named_miss(Case one) throws Exception {
        PathOutcome outcome = outcome(one);
        assertThat(outcome instanceof Valid)
                .as(
                        "%s: %s, %s",
                        one, outcome.getClass().getSimpleName(), MISSES.getOrDefault(one.toString(), "no miss"))
                .isEqualTo(one.valid() != MISSES.containsKey(one.toString()));
    }

    @Test
    void every_sub_test_is_there_and_every_miss_is_one_of_them() throws IOException {
        List<String> names = cases().map(Case::toString).toList();
        assertThat(names).hasSize(247).doesNotHaveDuplicates().containsAll(MISSES.keySet());
    }

    @Test
    void our_own_rules_refuse_the_whole_suite_for_its_strength() throws Exception {
        Case good = cases().findFirst().orElseThrow();
        assertThat(new PathValidator(anchors(good), lists(good), true).validate(target(good), along(good), THEN))
                .isNotInstanceOf(Valid.class);
    }

    private PathOutcome outcome(Case one) throws Exception {
        return new PathValidator(anchors(one), lists(one), true, one.rules()).validate(target(one), along(one), THEN);
    }

    private static TrustAnchors anchors(Case one) throws Exception {
        return TrustAnchors.of(List.of(certificate(one.certificates().get(0))), List.of());
    }

    private static X509Certificate target(Case one) throws Exception {
        return certificate(one.certificates().get(one.certificates().size() - 1));
    }

    private static List<X509Certificate> along(Case one) throws Exception {
        List<String> names = one.certificates();
        return names.subList(1, names.size() - 1).stream()
                .map(PkitsTest::certificate)
                .toList();
    }

    private CrlCache lists(Case one) throws IOException {
        for (String list : one.lists()) {
            Files.copy(SAMPLES.resolve("PKITS/crls").resolve(list + ".crl"), folder.resolve(list + ".crl"));
        }
        return new CrlCache(folder);
    }

    private static X509Certificate certificate(String name) {
        try (InputStream in =
                Files.newInputStream(SAMPLES.resolve("PKITS/certs").resolve(name + ".crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** One sub-test. */
    record Case(JsonNode json) {
        boolean valid() {
            return json.path("valid").booleanValue();
        }

        List<String> certificates() {
            return texts("certs").toList();
        }

        List<String> lists() {
            return texts("crls").toList();
        }

        PathRules rules() {
            Set<String> policies = texts("SetInitialPolicySet")
                    .flatMap(names -> Arrays.stream(names.split(",")))
                    .map(POLICIES::get)
                    .collect(Collectors.toSet());
            return new PathRules(
                    false,
                    policies,
                    flag("SetInitialExplicitPolicy"),
                    flag("SetInitialPolicyMappingInhibit"),
                    flag("SetInitialInhibitAnyPolicy"));
        }

        private boolean flag(String name) {
            return json.path(name).asText("").equals("true");
        }

        private Stream<String> texts(String name) {
            return StreamSupport.stream(json.path(name).spliterator(), false).map(JsonNode::asText);
        }

        /** Section and title, such as {@code 4.1.1 Valid Signatures Test1}. */
        @Override
        public String toString() {
            return json.path("id").asText() + " " + json.path("title").asText();
        }
    }
}
