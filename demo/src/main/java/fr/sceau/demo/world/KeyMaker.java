package fr.sceau.demo.world;

import fr.sceau.demo.Installation;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Issues every key of the world and puts it where its holder looks for it. */
final class KeyMaker {
    static final String SIGNATURE = "signature";
    static final String ENCRYPTION = "chiffrement";
    private static final int PARTS = 3;
    private static final String PLACE = "Ville d'essai (99)";

    private final Installation installation;
    private final Population population;
    private final TestPki pki;

    KeyMaker(Installation installation, Population population, TestPki pki) {
        this.installation = installation;
        this.population = population;
        this.pki = pki;
    }

    /** Everything, on all cores: making RSA keys is most of the work of a first start. */
    void all() throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(PARTS);
        try {
            List<Callable<@Nullable Void>> parts =
                    List.of(part(this::operatorKeys), part(this::clientKeys), part(this::serverKeys));
            for (Future<@Nullable Void> done : workers.invokeAll(parts)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("keys not made", e.getCause());
        } finally {
            workers.shutdown();
        }
    }

    private interface Part {
        void make() throws IOException;
    }

    private static Callable<@Nullable Void> part(Part part) {
        return () -> {
            part.make();
            return null;
        };
    }

    /** Keys that the operator holds: those of its mailboxes and of the hospital, which signs for its people. */
    private void operatorKeys() throws IOException {
        Structure hospital = population.structure("chu");
        Issued seal = organisation(hospital, "messagerie").signature();
        keys("keys", hospital.id(), Map.of(SIGNATURE, seal));

        Issued claire = doctor(Cast.CLAIRE).encryption();
        keys("keys", Cast.CLAIRE, Map.of(ENCRYPTION, claire));
        publish(Cast.CLAIRE, claire.certificate());

        Organisation service = organisation(hospital, "cardiologie").mail(Cast.CARDIOLOGY);
        Issued cardiology = service.encryption();
        keys("keys", Cast.CARDIOLOGY, Map.of(SIGNATURE, service.signature(), ENCRYPTION, cardiology));
        publish(Cast.CARDIOLOGY, cardiology.certificate());
    }

    /** Keys that their owners hold, and the partner's. */
    private void clientKeys() throws IOException {
        Person paul = doctor(Cast.PAUL);
        Issued paulEncryption = paul.encryption();
        keys("demo", "paul.durand", Map.of(SIGNATURE, paul.signature(), ENCRYPTION, paulEncryption));
        publish(Cast.PAUL, paulEncryption.certificate());

        Organisation laboratory = organisation(population.structure("labo"), "resultats");
        keys(
                "demo",
                "laboratoire",
                Map.of(SIGNATURE, laboratory.mail(Cast.LABORATORY).signature()));

        Structure clinic = population.structure("lac");
        keys("demo", "partenaire", Map.of("client", partnerServer()));
        keys(
                "demo",
                "partenaire-signature",
                Map.of(SIGNATURE, organisation(clinic, "messagerie").signature()));
    }

    /** The server's own certificate, and whose certificates it believes in TLS. */
    private void serverKeys() throws IOException {
        String hostname = installation.setting("hostname");
        Issued server = organisation(population.structure("chu"), hostname).tls(List.copyOf(hosts(hostname)));
        Pkcs12File.write(installation.path("tls", "server.p12"), installation.tlsPassword(), Map.of("server", server));
        // Only the root of organisations: a person's certificate is no server's and no operator's.
        X509Certificate root = server.chain().get(server.chain().size() - 1);
        Pkcs12File.writeAnchors(installation.path("tls", "trust.p12"), installation.tlsPassword(), List.of(root));
    }

    private Issued partnerServer() {
        String host = "mx." + Cast.PARTNER_DOMAIN;
        return organisation(population.structure("lac"), host).tls(List.of(host));
    }

    private static Set<String> hosts(String hostname) {
        Set<String> hosts = new LinkedHashSet<>(List.of(hostname, "localhost", "127.0.0.1", "::1"));
        try {
            hosts.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // A machine whose own name does not resolve is reached as localhost only.
            return hosts;
        }
        return hosts;
    }

    private Person doctor(String address) {
        Professional one = population.holderOf(address);
        return pki.person(one.idNatPs(), one.family(), one.given())
                .title(population.label(one.profession()))
                .at(workplace(one.structure()))
                .mail(address)
                .software();
    }

    private Organisation organisation(Structure structure, String commonName) {
        return pki.organisation(workplace(structure), commonName);
    }

    private static Workplace workplace(Structure structure) {
        return new Workplace(structure.id(), structure.name(), PLACE);
    }

    private void keys(String folder, String name, Map<String, Issued> entries) throws IOException {
        Pkcs12File.write(installation.path(folder, name + ".p12"), installation.keysPassword(), entries);
    }

    private void publish(String address, X509Certificate certificate) throws IOException {
        Path file = installation.path("directory", "own", "certificates", address + "-" + ENCRYPTION + ".cer");
        Files.createDirectories(file.getParent());
        try {
            Files.write(file, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException("certificate without encoding", e);
        }
    }
}
