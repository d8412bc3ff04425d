package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.NOW;

import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.Holder;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Organisation;
import fr.sceau.testpki.Person;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.stream.Collectors;

/** An installation in test mode, with authorities, and the people of {@link SampleWorld}. */
public final class TrustWorld {
    public static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());
    public static final String CLAIRE = "claire.martin@exemple.mssante.test";
    public static final String CARDIOLOGY = "cardiologie@exemple.mssante.test";
    /** A correspondent, of whom the country says the number of {@link #ZOE_NUMBER}. */
    public static final String ZOE = "zoe.dartagnan@autre.mssante.test";

    public static final String ZOE_NUMBER = "899700218896";
    public static final String HOSPITAL = "1990000001";

    /** Everybody's: nobody opens anything here, and making one takes its time. */
    private static final KeyPair KEYS = keys();

    public final Path home;

    /** @param home to be filled */
    public TrustWorld(Path home) throws IOException {
        this.home = home;
        mode("test");
        trust(PKI);
        SampleWorld.write(directory());
    }

    public Path directory() {
        return home.resolve("directory");
    }

    void mode(String mode) {
        TestFiles.write(home.resolve("conf/sceau.properties"), "mode = " + mode + "\n");
    }

    void trust(TestPki pki) throws IOException {
        pki.writeTrust(home.resolve("trust"), NOW);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Claire, and Zoé, who has the same number in this world. */
    public static Person doctor() {
        return person(PKI, ZOE_NUMBER);
    }

    /** Always of the same name. */
    public static Person person(TestPki pki, String idNatPs) {
        return pki.person(idNatPs, "D'ARTAGNAN", "ZOE").software().key(KEYS);
    }

    public static Organisation organisation(TestPki pki, String structure) {
        return pki.organisation(Workplace.of(structure, "CLINIQUE DE LYON"), "messagerie")
                .key(KEYS);
    }

    /** @param name of the file, without its ending */
    public void publish(String name, X509Certificate certificate) throws IOException {
        publish(name, encoded(certificate));
    }

    void publish(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(directory().resolve("own/certificates"));
        Files.write(folder.resolve(name + ".cer"), content);
    }

    /** As the command does that looks at the registry first. */
    public void bind(String address, String person, X509Certificate certificate) throws IOException {
        bindings().bind(new Binding(address, Holder.person(person), certificate, NOW));
    }

    public BindingFolder bindings() {
        return new BindingFolder(directory());
    }

    public Path file(String name, X509Certificate certificate) throws IOException {
        return Files.write(home.resolve(name), encoded(certificate));
    }

    /** As if the directory had run. */
    public void importSources() {
        start().close();
    }

    DirectoryFixture start() {
        return new DirectoryFixture(directory());
    }

    /** What the directory wrote about the files that it does not serve: reasons by file, without its ending. */
    Map<String, String> refused() throws IOException {
        Path report = directory().resolve("quarantine/certificates.tsv");
        return !Files.exists(report)
                ? Map.of()
                : Files.readAllLines(report).stream()
                        .skip(1)
                        .map(line -> line.split("\t"))
                        .collect(Collectors.toMap(cells -> cells[0].replaceFirst("\\.cer$", ""), cells -> cells[1]));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
