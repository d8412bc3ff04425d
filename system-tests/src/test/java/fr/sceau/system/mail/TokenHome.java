package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.SoftToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves Claire's key and the hospital's from files into a token; those of cardiology stay. */
public final class TokenHome implements TestSceau.Hardship {
    private @Nullable SoftToken token;
    private @Nullable Issued claire;

    @Override
    public void before(Path folder, Map<String, String> environment) throws IOException {
        SoftToken made = SoftToken.create(folder.resolve("token"), folder.resolve("softhsm2.conf"));
        environment.put("SOFTHSM2_CONF", made.configuration().toString());
        char[] password = Installation.open(folder).keysPassword();
        for (Path file : files(folder.resolve("keys"))) {
            String name = file.getFileName().toString().replaceFirst("\\.p12$", "");
            if (!name.equals(Cast.CARDIOLOGY)) {
                for (Issued key : Pkcs12File.read(file, password).values()) {
                    made.put(name, key);
                    claire = name.equals(Cast.CLAIRE) ? key : claire;
                }
                Files.delete(file);
            }
        }
        configure(folder.resolve("conf"));
        token = made;
    }

    private static List<Path> files(Path keys) throws IOException {
        try (Stream<Path> files = Files.list(keys)) {
            return files.filter(file -> file.toString().endsWith(".p12")).toList();
        }
    }

    private static void configure(Path conf) throws IOException {
        Path settings = conf.resolve("sceau.properties");
        String library = SoftToken.library().orElseThrow().toString();
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("(?m)^pkcs11.library =.*", "pkcs11.library = " + library)
                        .replaceFirst("(?m)^pkcs11.token =.*", "pkcs11.token = " + SoftToken.LABEL));
        Files.writeString(
                conf.resolve("secrets.properties"),
                "\npkcs11.pin = " + SoftToken.PIN + "\n",
                StandardOpenOption.APPEND);
    }

    /** Where the keys are now. */
    public SoftToken token() {
        return Objects.requireNonNull(token);
    }

    /** To what Claire's mail is sealed. */
    public Issued claireOpens() {
        return Objects.requireNonNull(claire);
    }

    /** What the partner's doctor signs with. */
    public Issued partnerSigns(TestSceau sceau) throws IOException {
        Installation installation = sceau.installation();
        Path file = installation.path("demo", "partenaire-signature.p12");
        return Pkcs12File.read(file, installation.keysPassword())
                .values()
                .iterator()
                .next();
    }
}
