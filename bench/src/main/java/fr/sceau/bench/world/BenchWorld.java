package fr.sceau.bench.world;

import fr.sceau.bench.letters.Keys;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.letters.Treatment.Kind;
import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Adds the bench's boxes to a demonstration's world, before its programs start. */
public final class BenchWorld {
    /** Local part of the box that is read, not written to, during a bench. */
    public static final String READER = "banc.lecture";

    private final Installation installation;
    private final Keys keys;
    private final TestPki pki;
    private final Workplace workplace =
            new Workplace(Cast.structureId("chu"), "CHU DE L'EXEMPLE", "Ville d'essai (99)");
    private final List<String> accounts = new ArrayList<>();
    private final List<String> directory = new ArrayList<>();
    private final List<String> policies = new ArrayList<>();

    public BenchWorld(Installation installation) throws IOException {
        this.installation = installation;
        this.keys = new Keys(installation);
        this.pki = TestPki.load(
                installation.path("demo", "pki"), installation.keysPassword(), Clock.systemUTC(), KeySizes.quick());
    }

    /** Keys, directory lines, policies; the file of accounts to import and the PEM files of the peers. */
    public void create(String password) throws IOException {
        Files.createDirectories(installation.path("bench"));
        keys.put(Keys.SENDER, service(Treatment.SEALED.sender()).signature());
        box(Treatment.SEALED.sender(), "OWNER", "on-behalf", "trust-space");
        box(Treatment.CLEAR.sender(), "OWNER", "login", "trust-space");
        box(READER, "OWNER", "login", "trust-space");
        for (Treatment treatment : Treatment.values()) {
            boxes(treatment);
        }
        write(password);
        new PeerFiles(installation, keys, pki).write();
    }

    private void boxes(Treatment treatment) throws IOException {
        for (int i = 0; i < treatment.kinds().size(); i++) {
            Kind kind = treatment.kinds().get(i);
            String name = treatment.box(i);
            switch (kind) {
                case CLEAR -> box(name, "OWNER", "login", "trust-space");
                case OPENED -> {
                    box(name, "OPERATOR", "login", "trust-space");
                    Path held = installation.path("keys", address(name) + ".p12");
                    key(name);
                    Files.copy(installation.path("bench", name + ".p12"), held, StandardCopyOption.REPLACE_EXISTING);
                }
                case CLOSED, SIGNED -> {
                    box(name, "OWNER", "login", "required");
                    key(name);
                }
            }
        }
    }

    private void key(String name) throws IOException {
        Issued issued = service(name).encryption();
        keys.put(name, issued);
        Path file = installation.path("directory", "own", "certificates", address(name) + "-chiffrement.cer");
        try {
            Files.write(file, issued.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException("certificate without encoding", e);
        }
    }

    private fr.sceau.testpki.Organisation service(String name) {
        return pki.organisation(workplace, name).mail(address(name));
    }

    private void box(String name, String custody, String signature, String encryption) {
        String structure = Cast.structureId("chu");
        directory.add(String.join("\t", address(name), "ORG", "", structure, "", "", "Banc d'essai", "", "declared"));
        accounts.add(String.join("\t", address(name), "ORG", custody, "Banc d'essai", structure));
        policies.add(String.join("\t", address(name), signature, encryption));
    }

    private void write(String password) throws IOException {
        append(installation.path("directory", "own", "mailboxes.tsv"), directory);
        append(installation.path("conf", "policies.tsv"), policies);
        List<String> lines = new ArrayList<>(List.of("address\ttype\tcustody\tlabel\tstructure\tpassword"));
        accounts.forEach(account -> lines.add(account + "\t" + password));
        Files.write(installation.path("bench", "accounts.tsv"), lines);
        Files.writeString(installation.path("bench", "password"), password);
    }

    private static void append(Path file, List<String> lines) throws IOException {
        String text = "\n# Banc d'essai\n" + String.join("\n", lines) + "\n";
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private String address(String local) {
        return local + "@" + installation.domain();
    }
}
