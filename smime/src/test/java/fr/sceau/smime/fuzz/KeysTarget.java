package fr.sceau.smime.fuzz;

import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.Pkcs12;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of keys is read or refused. */
final class KeysTarget implements Target {
    private final Path file;

    KeysTarget() throws IOException {
        this.file = Files.createTempFile("sceau-fuzz", ".p12");
    }

    @Override
    public void check(byte[] octets) throws IOException {
        Files.write(file, octets);
        try {
            Pkcs12.read(file, FuzzWorld.password());
        } catch (SmimeException refused) {
            return; // says so to the operator
        }
    }
}
