package fr.sceau.demo.world;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code demo/logins.tsv}. */
public final class Logins {
    private final List<Login> all;

    /** What a person types, for which mailbox; none for a person who has only boxes of others. */
    public record Login(String login, String password, String name, String mailbox) {
        @Override
        public String toString() {
            return login;
        }
    }

    private Logins(List<Login> all) {
        this.all = List.copyOf(all);
    }

    /** Reads the file of a generated world. */
    public static Logins of(Installation installation) {
        Path file = installation.path("demo", "logins.tsv");
        try {
            return new Logins(Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Login(cells[0], cells[1], cells[2], cells[3]))
                    .toList());
        } catch (IOException e) {
            throw new DemoException("lecture impossible : " + file + " (« generate » crée le monde)", e);
        }
    }

    /** Everybody. */
    public List<Login> all() {
        return all;
    }

    /** The login that opens this mailbox. */
    public Login forMailbox(String address) {
        return all.stream()
                .filter(one -> one.mailbox().equals(address))
                .findFirst()
                .orElseThrow(() -> new DemoException("personne n'ouvre " + address));
    }
}
