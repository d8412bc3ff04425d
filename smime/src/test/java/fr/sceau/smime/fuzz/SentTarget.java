package fr.sceau.smime.fuzz;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.ContentIntegrity;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.mime.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whatever somebody sends with a clear header: once signed it is intact, once sealed it opens, and what comes out is intact too. */
final class SentTarget implements Target {
    private final FuzzWorld world;
    private final X509Certificate recipient;
    private final MessageSigner signer = new MessageSigner();
    private final MessageEncrypter encrypter = new MessageEncrypter();
    private final MessageOpener opener = new MessageOpener();
    private final IntegrityChecker checker = new IntegrityChecker();

    SentTarget(FuzzWorld world) {
        this.world = world;
        this.recipient = world.keys().get(0).certificate();
    }

    @Override
    public void check(byte[] octets) throws IOException, SmimeException {
        if (!Header.read(new ByteArrayInputStream(octets)).wellFormed()) {
            return; // refused at submission
        }
        RawMessage signed = signed(RawMessage.of(octets));
        intact("signed", signed);
        ContentCipher cipher = octets.length % 2 == 0 ? ContentCipher.AES_256_GCM : ContentCipher.AES_256_CBC;
        try (Opening opening = opener.open(sealed(signed, cipher), world.keys())) {
            if (!(opening instanceof Opening.Opened opened) || opened.integrity() == ContentIntegrity.NOT_GUARANTEED) {
                throw new AssertionError("sealed and then " + opening);
            }
            intact("opened", opened.message());
        }
    }

    private void intact(String what, RawMessage message) throws IOException {
        Integrity integrity = checker.check(message);
        if (!(integrity instanceof Integrity.Intact)) {
            throw new AssertionError(what + " and then " + integrity);
        }
    }

    private RawMessage signed(RawMessage message) throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        signer.sign(message, world.signingKey(), out);
        return RawMessage.of(out.toByteArray());
    }

    private RawMessage sealed(RawMessage message, ContentCipher cipher) throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encrypter.encrypt(message, List.of(recipient), cipher, out);
        return RawMessage.of(out.toByteArray());
    }
}
