package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.SigningScheme.Hash;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every signature algorithm with every encryption algorithm, in both directions. One message goes to one recipient for
 * each way to wrap a key, and each opens it, so that a pair costs no process of its own.
 */
class OpenSslMatrixTest {
    private static final List<String> CURVES = List.of("secp256r1", "secp384r1", "secp521r1");
    private static final Map<String, Issued> SIGNERS = signers();
    private static final Map<String, Issued> HOLDERS = holders();

    private final OpenSsl openssl;

    OpenSslMatrixTest(@TempDir Path folder) {
        this.openssl = new OpenSsl(folder);
    }

    private static Map<String, Issued> signers() {
        Map<String, Issued> keys = new LinkedHashMap<>();
        Issued rsa = key("rsa", KeyUsage.digitalSignature);
        keys.put("rsa", rsa);
        keys.put("pss", rsa);
        CURVES.forEach(curve -> keys.put(curve, key(curve, KeyUsage.digitalSignature)));
        return keys;
    }

    private static Map<String, Issued> holders() {
        Map<String, Issued> keys = new LinkedHashMap<>();
        keys.put("pkcs1", key("rsa", KeyUsage.keyEncipherment));
        keys.put("oaep", key("rsa", KeyUsage.keyEncipherment));
        CURVES.forEach(curve -> keys.put(curve, key(curve, KeyUsage.keyAgreement)));
        return keys;
    }

    private static Issued key(String kind, int usage) {
        try {
            return kind.equals("rsa") ? SmallAuthority.rsa(2048, usage) : SmallAuthority.ec(kind, usage);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A key and a hash. */
    record Signing(String kind, Hash hash) {
        Issued key() {
            return Objects.requireNonNull(SIGNERS.get(kind));
        }
    }

    static Stream<Signing> signings() {
        return SIGNERS.keySet().stream()
                .flatMap(kind -> Arrays.stream(Hash.values()).map(hash -> new Signing(kind, hash)));
    }

    @ParameterizedTest
    @MethodSource("signings")
    void we_open_and_check_what_openssl_signs_and_seals(Signing signing) throws Exception {
        String signed = openssl.file("signed.eml", signedByOpenSsl(signing));
        for (String cipher : List.of("-aes-128-cbc", "-aes-256-cbc", "-aes-128-gcm", "-aes-256-gcm")) {
            String sealed = Mails.header(Mails.LABORATORY) + sealedByOpenSsl(signed, cipher);
            for (Map.Entry<String, Issued> holder : HOLDERS.entrySet()) {
                assertThat(contentSeenByUs(sealed, holder.getValue()))
                        .as("%s, %s to %s", signing, cipher, holder.getKey())
                        .contains(Mails.ENTITY);
            }
        }
    }

    private String signedByOpenSsl(Signing signing) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-sign",
                "-in",
                openssl.file("entity", Mails.ENTITY),
                "-signer",
                openssl.pem("signer.pem", signing.key().certificate()),
                "-inkey",
                openssl.key("signer.key", signing.key()),
                "-md",
                signing.hash().name()));
        if (signing.kind().equals("pss")) {
            arguments.addAll(List.of("-keyopt", "rsa_padding_mode:pss"));
        }
        return openssl.cms(arguments.toArray(new String[0]));
    }

    private String sealedByOpenSsl(String signed, String cipher) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-encrypt", "-in", signed, cipher));
        for (Map.Entry<String, Issued> holder : HOLDERS.entrySet()) {
            String file =
                    openssl.pem(holder.getKey() + ".pem", holder.getValue().certificate());
            arguments.addAll(List.of("-recip", file));
            if (holder.getKey().equals("oaep")) {
                arguments.addAll(List.of("-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256"));
            }
        }
        return openssl.cms(arguments.toArray(new String[0]));
    }

    private static String contentSeenByUs(String sealed, Issued holder) throws Exception {
        try (Opening opening = new MessageOpener().open(Mails.of(sealed), List.of(World.decryptionKey(holder)))) {
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            RawMessage message = ((Opening.Opened) opening).message();
            assertThat(new IntegrityChecker().check(message)).isInstanceOf(Integrity.Intact.class);
            return Mails.text(message);
        }
    }

    @ParameterizedTest
    @MethodSource("signings")
    void openssl_opens_and_checks_what_we_sign_and_seal(Signing signing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SigningScheme scheme = new SigningScheme(signing.hash(), signing.kind().equals("pss"));
        new MessageSigner().sign(Mails.plain(Mails.LABORATORY), World.signingKey(signing.key()), scheme, out);
        String signed = Mails.text(out);
        assertThat(contentSeenByOpenSsl(signed, signing)).isEqualTo(Mails.ENTITY);
        String entity = signed.substring(signed.indexOf("\r\n\r\n"));
        for (boolean gcm : List.of(true, false)) {
            openssl.file("sealed.eml", sealedByUs(signed, gcm));
            for (Map.Entry<String, Issued> holder : HOLDERS.entrySet()) {
                assertThat(openedByOpenSsl(holder.getKey(), holder.getValue()))
                        .as("%s, %s to %s", signing, gcm ? "GCM" : "CBC", holder.getKey())
                        .endsWith(entity);
            }
        }
    }

    private static String sealedByUs(String signed, boolean gcm) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Recipient> recipients = HOLDERS.entrySet().stream()
                .map(holder -> new Recipient(
                        holder.getValue().certificate(),
                        new Capabilities(gcm, holder.getKey().equals("oaep"))))
                .toList();
        new MessageEncrypter().encrypt(Mails.of(signed), recipients, out);
        return Mails.text(out);
    }

    private String openedByOpenSsl(String name, Issued holder) throws Exception {
        return openssl.cms(
                "-decrypt",
                "-in",
                "sealed.eml",
                "-inkey",
                openssl.key(name + ".key", holder),
                "-recip",
                openssl.pem(name + ".pem", holder.certificate()));
    }

    private String contentSeenByOpenSsl(String signed, Signing signing) throws Exception {
        return openssl.cms(
                "-verify",
                "-in",
                openssl.file("ours.eml", signed),
                "-CAfile",
                openssl.pem("root.pem", signing.key().certificate()),
                "-attime",
                Long.toString(World.NOW.getEpochSecond()),
                "-purpose",
                "any");
    }
}
