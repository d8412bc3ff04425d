package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Messages of the laboratory that its policy {@code any} does not let through, one for each way to be wrong. */
public final class BadSignatures {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Installation installation;
    private final TestPki pki;
    private final DemoKeys keys;
    private final Issued laboratory;
    private final String structure;

    /** Opens the infrastructure of the installation, to have it issue what it should not. */
    public BadSignatures(Installation installation) throws IOException {
        this.installation = installation;
        this.pki = TestPki.load(
                installation.path("demo", "pki"),
                installation.keysPassword(),
                InstantSource.system(),
                KeySizes.quick());
        this.keys = new DemoKeys(installation);
        this.laboratory = keys.laboratory();
        this.structure = Files.readAllLines(installation.path("directory", "own", "mailboxes.tsv")).stream()
                .filter(line -> line.startsWith(Cast.LABORATORY + "\t"))
                .map(line -> line.split("\t", -1)[3])
                .findFirst()
                .orElseThrow();
    }

    /** All of them; the revocation is published on the way. */
    public List<Scenario> all() throws IOException {
        return List.of(unsigned(), tampered(), expired(), notYetValid(), revoked(), foreign(), otherSigner());
    }

    private Scenario unsigned() {
        Letter letter = letter();
        return new Scenario("unsigned", letter.bytes(), letter, "550 5.7.1 [unsigned]", "unsigned");
    }

    private Scenario tampered() throws IOException {
        Letter letter = letter();
        byte[] message = Seals.tampered(Seals.signed(letter.bytes(), laboratory));
        return scenario("tampered", letter, message, "invalid.digest-mismatch");
    }

    private Scenario expired() throws IOException {
        Instant now = Instant.now();
        return signedBy(
                "expired", holder(pki).validBetween(now.minus(YEAR), now.minusSeconds(60)), "untrusted.expired");
    }

    private Scenario notYetValid() throws IOException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Organisation holder = holder(pki).validBetween(tomorrow, tomorrow.plus(YEAR));
        return signedBy("not yet valid", holder, "untrusted.not-yet-valid");
    }

    private Scenario revoked() throws IOException {
        Issued key = holder(pki).signature();
        pki.revoke(key.certificate());
        pki.renewLists(installation.path("trust"), Instant.now());
        return signed("revoked", key, "untrusted.revoked");
    }

    private Scenario foreign() throws IOException {
        return signedBy("foreign root with our names", holder(pki.rogue()), "untrusted.no-trusted-path");
    }

    private Scenario otherSigner() throws IOException {
        return signed("signer is not the sender", keys.paulSigns(), "untrusted.not-delegate");
    }

    /** Same name and structure as the laboratory's own certificate. */
    private Organisation holder(TestPki issuer) {
        return issuer.organisation(Workplace.of(structure, "LABORATOIRE DU PARC"), "resultats");
    }

    private Scenario signedBy(String name, Organisation holder, String code) throws IOException {
        return signed(name, holder.signature(), code);
    }

    private Scenario signed(String name, Issued key, String code) throws IOException {
        Letter letter = letter();
        return scenario(name, letter, Seals.signed(letter.bytes(), key), code);
    }

    private static Scenario scenario(String name, Letter letter, byte[] message, String code) {
        return new Scenario(name, message, letter, "550 5.7.1 [" + code + "]", code);
    }

    private static Letter letter() {
        return Letter.result(Cast.LABORATORY, Cast.CLAIRE);
    }
}
