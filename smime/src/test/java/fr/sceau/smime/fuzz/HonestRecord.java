package fr.sceau.smime.fuzz;

import fr.sceau.smime.ContentIntegrity;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Shown;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What honest senders wrote, as another reader than ours shows it. Whatever is believed must be in it. */
final class HonestRecord {
    /** Of these doubts the author is the signer all the same, and what is doubtful may be changed away. */
    private static final Set<Doubt> ABOUT_NAMES = Set.of(Doubt.DISPLAY_NAME_MISLEADING, Doubt.REPLY_ELSEWHERE);

    /** @param signer what the authority signed of the certificate; the rest of it is anybody's */
    private record Mail(List<String> authors, List<String> parts, ByteBuffer signer) {}

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
            noteTrusted(mail);
            noteSealed(mail);
        }
        if (trusted.isEmpty() || contents.isEmpty()) {
            throw new IllegalStateException("no honest mail in the world");
        }
    }

    private void noteTrusted(RawMessage mail) throws IOException {
        SignatureVerdict verdict = world.verifier().verify(mail, FuzzWorld.NOW);
        if (verdict instanceof Untrusted doubted && ABOUT_NAMES.contains(doubted.doubt())) {
            trusted.add(seen(octets(mail), doubted.signer()));
        } else if (verdict instanceof Trusted sound) {
            trusted.add(seen(octets(mail), sound.signer()));
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

    private static Mail seen(byte[] octets, Signer signer) {
        Shown shown = Shown.of(octets);
        try {
            ByteBuffer certified = ByteBuffer.wrap(signer.certificate().getTBSCertificate());
            return new Mail(Authors.of(shown.from()), shown.parts(), certified);
        } catch (CertificateEncodingException e) {
            throw new AssertionError("a certificate without encoding", e);
        }
    }

    /** A verdict "trusted" belongs to what an honest signer wrote under that name. */
    void confirm(byte[] octets, SignatureVerdict verdict) {
        if (verdict instanceof Trusted found) {
            Shown shown = Shown.of(octets);
            if (!shown.nothing() && !trusted.contains(seen(octets, found.signer()))) {
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
