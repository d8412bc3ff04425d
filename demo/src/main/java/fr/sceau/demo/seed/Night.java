package fr.sceau.demo.seed;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import fr.sceau.demo.world.PrivateFile;
import fr.sceau.demo.world.Table;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The messages of the night. Each is made once; its bytes stay in {@code demo/seed/} so that a second try sends the same. */
public final class Night {
    private final Installation installation;
    private final Composer composer;
    private final Sealer sealer;

    public Night(Installation installation, Instant now) {
        this.installation = installation;
        this.composer = new Composer(new Content(now), now);
        this.sealer = new Sealer(installation);
    }

    static List<Letter> letters() {
        return Table.read(Night.class, "night.tsv").stream().map(Letter::of).toList();
    }

    byte[] message(Letter letter) throws IOException {
        Path file = installation.path("demo", "seed", letter.id() + ".eml");
        if (Files.notExists(file)) {
            PrivateFile.write(file, sealed(letter));
        }
        return Files.readAllBytes(file);
    }

    private byte[] sealed(Letter letter) throws IOException {
        try {
            List<Letter> letters = letters();
            int after = letters.size() - 1 - letters.indexOf(letter);
            return sealer.seal(letter, composer.compose(letter, after));
        } catch (SmimeException e) {
            throw new DemoException("message non scellé : " + letter.id(), e);
        }
    }
}
