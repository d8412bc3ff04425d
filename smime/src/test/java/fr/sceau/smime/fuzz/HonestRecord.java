package fr.sceau.smime.fuzz;

import fr.sceau.smime.ContentIntegrity;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Shown;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Trusted;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What honest senders wrote, as another reader than ours shows it. Whatever is believed must be in it. */
final class HonestRecord {
    private record Mail(List<String> authors, List<String> parts, X509Certificate signer) {}

    private final FuzzWorld world;
    private final MessageOpener opener = new MessageOpener();
    private final Set<Mail> trusted = new HashSet<>();
    private final Set<List<String>> contents = new HashSet<>();

    HonestRecord(FuzzWorld world) throws IOException {
        this.world = world;
        for (RawMessage mail : world.honest()) {
            noteTrusted(mail);
            noteSealed(mail);
        }
        for (RawMessage mail : world.forged()) {
            noteSealed(mail);
        }
        if (trusted.isEmpty() || contents.isEmpty()) {
            throw new IllegalStateException("no honest mail in the world");
        }
    }

    private void noteTrusted(RawMessage mail) throws IOException {
        if (world.verifier().verify(mail, FuzzWorld.NOW) instanceof Trusted verdict) {
            trusted.add(seen(octets(mail), verdict));
        }
        try (Opening opening = opener.open(mail, world.keys())) {
            if (opening instanceof Opening.Opened opened) {
                noteTrusted(opened.message());
            }
        }
    }

    private void noteSealed(RawMessage mail) throws IOException {
        try (Opening opening = opener.open(mail, world.keys())) {
            if (opening instanceof Opening.Opened opened) {
                contents.add(Shown.of(octets(opened.message())).parts());
            }
        }
    }

    private static Mail seen(byte[] octets, Trusted verdict) {
        Shown shown = Shown.of(octets);
        return new Mail(
                Authors.of(shown.from()), shown.parts(), verdict.signer().certificate());
    }

    /** A verdict "trusted" belongs to what an honest signer wrote under that name. */
    void confirm(byte[] octets, SignatureVerdict verdict) {
        if (verdict instanceof Trusted found) {
            Shown shown = Shown.of(octets);
            if (!shown.nothing() && !trusted.contains(seen(octets, found))) {
                throw new AssertionError("trusted, and nobody wrote it: " + shown);
            }
        }
    }

    /** What something vouches for is what was sealed. */
    void confirm(byte[] octets, ContentIntegrity integrity) {
        Shown shown = Shown.of(octets);
        if (integrity != ContentIntegrity.NOT_GUARANTEED && !shown.nothing() && !contents.contains(shown.parts())) {
            throw new AssertionError("vouched for by " + integrity + ", and nobody sealed it: " + shown);
        }
    }

    static byte[] octets(RawMessage message) throws IOException {
        try (InputStream in = message.open()) {
            return in.readAllBytes();
        }
    }
}
