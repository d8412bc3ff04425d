package fr.sceau.smime;

import fr.sceau.smime.Layer.Access;
import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.cms.ContentEncryption;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.identity.ProtectedFields;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the layers of one message, from outside. A layer is looked into only if it is the whole content of the one
 * around it: whatever stands among other parts is an attachment, which a stranger could have put there.
 */
final class LayerWalk {
    /** Signed, encrypted, signed again: RFC 2634 1.1. Nobody needs more, and each costs the work of the message. */
    static final int MOST = 3;

    /** Judges the signers of an intact layer. */
    interface Judge {
        Signed judge(Integrity.Intact intact) throws IOException;
    }

    private final IntegrityChecker checker = new IntegrityChecker();
    private final MessageOpener opener = new MessageOpener();
    private final List<DecryptionKey> keys;
    private final Judge judge;
    private final List<Layer> layers = new ArrayList<>();
    private final List<RawMessage> opened = new ArrayList<>();

    LayerWalk(List<DecryptionKey> keys, Judge judge) {
        this.keys = keys;
        this.judge = judge;
    }

    Layers through(RawMessage message) throws IOException {
        try {
            Optional<RawMessage> entity = Optional.of(message);
            while (entity.isPresent()) {
                entity = next(entity.get());
            }
            return new Layers(layers);
        } finally {
            release();
        }
    }

    /** What was opened may stand in a temporary file. */
    private void release() throws IOException {
        for (RawMessage content : opened) {
            if (content instanceof Closeable held) {
                held.close();
            }
        }
    }

    /** Notes the outermost layer and gives what is in it, if that can be another layer. */
    private Optional<RawMessage> next(RawMessage entity) throws IOException {
        Integrity found = checker.check(entity);
        if (found instanceof Integrity.NotSigned) {
            return Optional.empty();
        }
        if (layers.size() == MOST) {
            return last(new Layer.Refused());
        }
        if (found instanceof Integrity.Intact intact) {
            layers.add(judge.judge(intact));
            return saysThatItIsSmime(intact.content()) ? Optional.of(intact.content()) : Optional.empty();
        }
        if (found instanceof Integrity.Encrypted encrypted) {
            return encrypted(entity, encrypted.cipher());
        }
        return last(leaf(found));
    }

    private static Layer leaf(Integrity found) {
        if (found instanceof Integrity.Broken broken) {
            return new Signed(broken.form(), new Invalid(broken.fault()), List.of(), ProtectedFields.NONE);
        }
        return found instanceof Integrity.Compressed ? new Layer.Compressed() : new Layer.CertificatesOnly();
    }

    private Optional<RawMessage> encrypted(RawMessage entity, ContentEncryption cipher) throws IOException {
        if (layers.stream().anyMatch(Layer.Encrypted.class::isInstance)) {
            return last(new Layer.Refused());
        }
        boolean hopeless = cipher.legacy() || keys.isEmpty();
        Opening opening = hopeless ? new Opening.NotForTheseKeys() : opener.open(entity, keys);
        Access access = cipher.legacy() ? Access.LEGACY : access(opening);
        layers.add(new Layer.Encrypted(cipher.name(), cipher.authenticated(), access));
        if (!(opening instanceof Opening.Opened inside)) {
            return Optional.empty();
        }
        opened.add(inside.message());
        return Optional.of(inside.message());
    }

    private static Access access(Opening opening) {
        if (opening instanceof Opening.Opened) {
            return Access.OPENED;
        }
        if (opening instanceof Opening.Refused) {
            return Access.REFUSED;
        }
        return opening instanceof Opening.Damaged ? Access.DAMAGED : Access.CLOSED;
    }

    private Optional<RawMessage> last(Layer layer) {
        layers.add(layer);
        return Optional.empty();
    }

    /** By its media type alone: what is signed was not renamed on its way, so a mere file name marks an attachment. */
    static boolean saysThatItIsSmime(RawMessage entity) throws IOException {
        try (InputStream in = SourceStream.open(entity)) {
            return ContentType.of(Header.read(in)).namesSmime();
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }
}
