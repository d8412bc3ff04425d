package fr.sceau.bench;

import fr.sceau.bench.wire.Imap;
import fr.sceau.bench.wire.Smtp;
import fr.sceau.bench.wire.Trust;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a bench runs: the installation and the systems beside it. All accounts of the bench share one password, which all
 * systems know.
 */
public record Place(Installation installation, List<MailSystem> systems, Trust trust, String password) {
    /** Reads {@code bench/systems.tsv} and {@code bench/password} of the installation. */
    public static Place open(Path home) throws IOException {
        Installation installation = Installation.open(home);
        return new Place(
                installation,
                MailSystem.read(installation.path("bench", "systems.tsv")),
                Trust.of(installation),
                Files.readString(installation.path("bench", "password")).strip());
    }

    /** A mailbox's address. */
    public String address(String local) {
        return local + "@" + installation.domain();
    }

    /** A reader, logged in. */
    public Imap imap(MailSystem system, String local) throws IOException {
        return Imap.open(system, trust, address(local), password);
    }

    /** A sender, logged in. */
    public Smtp smtp(MailSystem system, String local) throws IOException {
        return Smtp.open(system, trust, address(local), password);
    }

    @Override
    public String toString() {
        return "Place[" + installation + "]";
    }
}
