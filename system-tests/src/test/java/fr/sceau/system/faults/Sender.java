package fr.sceau.system.faults;

import fr.sceau.system.mail.Letter;
import fr.sceau.system.talk.SmtpReply;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends one letter after the other over one connection as long as it holds. Never sends a letter twice. */
final class Sender {
    private final Ledger ledger;
    private final String from;
    private final List<String> to;
    private final Connecting connecting;
    private @Nullable SmtpTalk talk;

    Sender(Ledger ledger, String from, List<String> to, Connecting connecting) {
        this.ledger = ledger;
        this.from = from;
        this.to = List.copyOf(to);
        this.connecting = connecting;
    }

    /** How it gets a session. */
    interface Connecting {
        SmtpTalk open() throws IOException;
    }

    void sendOne() throws IOException {
        SmtpTalk open = talk == null ? connecting.open() : talk;
        talk = open;
        Letter letter = Letter.result(from, to.get(0));
        SmtpReply reply = open.send(from, to, letter.bytes());
        if (reply.code() == 250) {
            ledger.accepted(letter.id(), Set.copyOf(to));
        } else {
            ledger.answer(String.valueOf(reply.code()));
        }
    }

    /** After a broken connection: a new one next time. */
    void broken(IOException reason) {
        ledger.answer(talk == null ? "pas de session" : "connexion coupée");
        close();
    }

    void close() {
        SmtpTalk old = talk;
        talk = null;
        if (old != null) {
            try {
                old.close();
            } catch (IOException e) {
                ledger.answer("fermeture impossible");
            }
        }
    }
}
