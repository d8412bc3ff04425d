package fr.sceau.bench.reading;

import fr.sceau.bench.Place;
import fr.sceau.bench.growth.Loader;
import fr.sceau.bench.growth.Store;
import fr.sceau.bench.letters.Letter;
import fr.sceau.bench.letters.Letters;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.measure.Progress;
import fr.sceau.bench.world.BenchWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A box too long to be sent to: filled inside the database on one side, with Maildir files on the other. */
final class LongBox {
    static final String FOLDER = "Longue";
    static final String PATTERNS = "Modeles";
    static final int PATTERN_COUNT = 50;
    static final int OCTETS = 2048;

    private final Place place;
    private final int messages;

    LongBox(Place place, int messages) {
        this.place = place;
        this.messages = messages;
    }

    /** Patterns are what the folder {@value #PATTERNS} holds. */
    void fill(Store store) {
        String owner = place.address(BenchWorld.READER);
        Loader loader = new Loader(store, Loader.mailbox(store, owner, PATTERNS));
        loader.fill(Loader.mailbox(store, owner, FOLDER), messages);
        loader.settle();
    }

    /** @param maildir of the reader; sizes stand in the names, as Dovecot writes them itself */
    void fill(Path maildir) throws IOException {
        Path current = maildir.resolve("." + FOLDER).resolve("cur");
        Progress progress = new Progress("Maildir de " + messages, messages);
        for (int i = 0; i < messages; i++) {
            byte[] message = letter(i).fresh();
            String text = new String(message, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            String flags = i % 20 == 0 ? ":2," : ":2,S";
            String name =
                    "%d.M%dP1.banc,S=%d,W=%d%s".formatted(1_700_000_000 + i, i, text.length(), message.length, flags);
            Files.writeString(current.resolve(name), text, StandardCharsets.ISO_8859_1);
            progress.at(i + 1);
        }
    }

    /** A message of the long box. */
    Letter letter(int number) {
        return new Letters(place.installation())
                .plain(
                        place.address(Treatment.CLEAR.sender()),
                        place.address(BenchWorld.READER),
                        number % PATTERN_COUNT,
                        OCTETS);
    }
}
