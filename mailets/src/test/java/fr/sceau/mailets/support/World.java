package fr.sceau.mailets.support;

import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.smtp.Refuser;
import fr.sceau.mailets.submission.SignatureRules;
import fr.sceau.mailets.submission.SubmissionJudge;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.verify.InstallationTrust;
import fr.sceau.mailets.verify.RecipientCertificates;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A hospital, a laboratory and a partner operator, with their keys; every neighbour can be taken away. */
public final class World {
    public static final String LAB = "laboratoire@exemple.mssante.test";
    public static final String CLAIRE = "claire.martin@exemple.mssante.test";
    public static final String PAUL = "paul.durand@exemple.mssante.test";
    public static final String PARTNER = "docteur@partenaire.mssante.test";
    public static final String CHU = "1990000001";
    public static final String LAB_STRUCTURE = "399000000100017";
    public static final TestPki PKI = TestPki.generate(Instant.now(), KeySizes.quick());
    public static final Workplace LAB_WORKPLACE = Workplace.of(LAB_STRUCTURE, "LABORATOIRE DU PARC");
    public static final Issued LAB_KEY =
            PKI.organisation(LAB_WORKPLACE, "RESULTATS").signature();
    public static final Issued CHU_KEY = PKI.organisation(Workplace.of(CHU, "CHU DE L'EXEMPLE"), "MESSAGERIE")
            .signature();
    public static final Issued CLAIRE_SIGNS =
            PKI.person("899700218896", "MARTIN", "CLAIRE").signature();
    public static final Issued CLAIRE_OPENS =
            PKI.person("899700218896", "MARTIN", "CLAIRE").encryption();
    public static final Issued PAUL_OPENS =
            PKI.person("899700218904", "DURAND", "PAUL").encryption();
    public static final Issued PARTNER_TLS = PKI.organisation(
                    Workplace.of("1990000009", "PARTENAIRE"), "mx.partenaire.mssante.test")
            .tls(List.of("mx.partenaire.mssante.test"));

    public final Path home;
    public final Clock clock = Clock.systemUTC();
    public final FakeAccounts accounts = new FakeAccounts();
    public final FakeLedger ledger = new FakeLedger();
    public final FakeDirectory directory = new FakeDirectory();
    public final MailetsConfiguration configuration;
    public final Trace trace;
    public final Refuser refuser;
    public final OperatorKeys keys;
    public final Operators operators;
    public final Verification verification;
    public final RecipientCertificates certificates;

    public World(Path home) throws IOException {
        this.home = home;
        writeHome();
        people();
        configuration = MailetsConfiguration.load(home);
        trace = new Trace(configuration, clock);
        refuser = new Refuser(trace);
        keys = new OperatorKeys(configuration, clock);
        operators = new Operators(configuration);
        verification = new Verification(new InstallationTrust(configuration, clock), directory, keys, clock);
        certificates = new RecipientCertificates(directory, verification, clock);
    }

    public Policies policies(String... rows) throws IOException {
        Path file = Files.writeString(home.resolve("conf/policies.tsv"), String.join("\n", rows));
        return Policies.read(file, configuration.domains());
    }

    public SubmissionJudge judge(Policies policies) {
        return new SubmissionJudge(
                accounts, ledger, verification, policies, new SignatureRules(accounts, keys), certificates);
    }

    public List<String> traceLines() throws IOException {
        if (!Files.isDirectory(home.resolve("trace"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.resolve("trace"))) {
            return Files.readAllLines(files.findFirst().orElseThrow());
        }
    }

    private void writeHome() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/sceau.properties"), """
                domains = exemple.mssante.test
                authserv-id = exemple.mssante.test
                mode = test
                hostname = localhost
                message.max-bytes = 200000
                """);
        Files.writeString(home.resolve("conf/secrets.properties"), "keys.password = secret\ntls.password = secret\n");
        Files.writeString(home.resolve("conf/policies.tsv"), "");
        Files.writeString(
                home.resolve("conf/operators.tsv"),
                "partenaire.mssante.test\t"
                        + PARTNER_TLS.certificate().getSubjectX500Principal().getName() + "\n");
        PKI.writeTrust(home.resolve("trust"), Instant.now());
        char[] password = "secret".toCharArray();
        Pkcs12File.write(home.resolve("keys/" + CLAIRE + ".p12"), password, Map.of("encryption", CLAIRE_OPENS));
        Pkcs12File.write(home.resolve("keys/chu.p12"), password, Map.of("signature", CHU_KEY));
    }

    private void people() {
        accounts.add(new LocalMailbox(LAB, Kind.APP, Custody.OWNER, false, LAB_STRUCTURE));
        accounts.add(new LocalMailbox(CLAIRE, Kind.PER, Custody.OPERATOR, false, CHU));
        accounts.add(new LocalMailbox(PAUL, Kind.PER, Custody.OWNER, true, CHU));
        entry(LAB, MailboxType.APP, Optional.empty(), LAB_STRUCTURE, List.of());
        entry(CLAIRE, MailboxType.PER, Optional.of("899700218896"), CHU, List.of(CLAIRE_OPENS.certificate()));
        entry(PAUL, MailboxType.PER, Optional.of("899700218904"), CHU, List.of(PAUL_OPENS.certificate()));
    }

    public void entry(
            String address,
            MailboxType type,
            Optional<String> idNat,
            String structure,
            List<X509Certificate> certificates) {
        directory.add(new MailboxEntry(
                address,
                type,
                idNat,
                List.of(structure),
                address,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                certificates,
                !certificates.isEmpty()));
    }
}
