package fr.sceau.smime;

import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.cms.EnvelopeOpener;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.cms.Payload;
import fr.sceau.smime.header.ConfidentialFields;
import fr.sceau.smime.header.ProtectedHeader;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.SplitHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a message encrypted to one of our keys, if the encrypted object is the whole message or the whole of what a signature
 * around it covers (RFC 2634 1.1). One inside another part is an attachment, since a stranger could have put it there to have it
 * opened (RFC 8551 section 6). Nothing comes out before
 * all of it is decrypted and, where there is a tag, the tag holds. Says nothing of who wrote it; without a tag or a
 * signature inside, it may have been changed on the way, which {@link ContentIntegrity} tells.
 */
public final class MessageOpener {
    /** Other faults, such as an algorithm of yesterday, say nothing about the content. */
    private static final Set<Fault> MISMATCHES = Set.of(Fault.DIGEST_MISMATCH, Fault.SIGNATURE_MISMATCH);

    private static final int MOST_AROUND = LayerWalk.MOST - 1;

    private final EnvelopeOpener envelopes = new EnvelopeOpener();
    private final IntegrityChecker signatures = new IntegrityChecker();

    /**
     * Never throws on bad content. What is opened takes little memory whatever its size, and is to be closed.
     *
     * @throws IOException if the message's source cannot be read or a temporary file cannot be written
     */
    public Opening open(RawMessage message, List<DecryptionKey> keys) throws IOException {
        try (InputStream in = SourceStream.open(message)) {
            return open(Header.read(in), message, keys, 0);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }

    /** @param around how many signatures were taken off */
    private Opening open(Header shown, RawMessage entity, List<DecryptionKey> keys, int around) throws IOException {
        Opening opening = envelope(entity, keys);
        if (opening instanceof Opening.Opened opened) {
            return whole(shown, opened, around > 0);
        }
        Optional<RawMessage> inside = opening instanceof Opening.NotEncrypted && around < MOST_AROUND
                ? inSignature(entity)
                : Optional.empty();
        return inside.isPresent() ? open(shown, inside.get(), keys, around + 1) : opening;
    }

    private Opening envelope(RawMessage entity, List<DecryptionKey> keys) throws IOException {
        try (InputStream in = SourceStream.open(entity)) {
            Header header = Header.read(in);
            ContentType type = ContentType.of(header);
            if (!type.isPkcs7()) {
                return new Opening.NotEncrypted();
            }
            return type.unambiguous() ? envelopes.open(header, in, entity.size(), keys) : new Opening.Damaged();
        }
    }

    /** What a signature that matches covers, if that is another object of S/MIME and nothing beside it. */
    private Optional<RawMessage> inSignature(RawMessage entity) throws IOException {
        boolean promising = Payload.signed(entity)
                .filter(header -> ContentType.of(header).namesSmime())
                .isPresent(); // so that ordinary signed mail is not checked once more
        return promising
                        && signatures.check(entity) instanceof Integrity.Intact intact
                        && LayerWalk.saysThatItIsSmime(intact.content())
                ? Optional.of(intact.content())
                : Optional.empty();
    }

    private Opening whole(Header outer, Opening.Opened opened, boolean signedAround) throws IOException {
        Entity entity = Entity.of(opened.message());
        Header restored = ConfidentialFields.restored(outer, entity.header());
        RawMessage message = entity.under(around(restored, entity.header()));
        Optional<ContentIntegrity> integrity = integrity(opened.integrity(), entity.header(), message);
        if (integrity.isEmpty()) {
            opened.close();
            return new Opening.Damaged();
        }
        Header payload = Payload.signed(message).orElse(entity.header());
        Optional<ProtectedHeader> header = ProtectedHeader.of(payload);
        if (header.isPresent()) {
            Header shown = ConfidentialFields.restored(restored, header.get().fields());
            message = entity.under(around(shown, entity.header()));
        }
        return new Opening.Opened(message, integrity.get(), header, signedAround);
    }

    /** The outer header around the inner entity, of whose fields those about content are taken. */
    private static Header around(Header outer, Header inner) {
        Header content = SplitHeader.of(inner).inner();
        return SplitHeader.of(outer).outerWith().with(content.fields());
    }

    /**
     * Empty if this is not what was encrypted. Without a tag the signature inside tells: content under one that does not
     * match was changed in its cipher, and who gets to see it may be who changed it (RFC 8551 section 6). Content without a
     * signature comes out with a warning, since many senders still do no better.
     */
    private Optional<ContentIntegrity> integrity(ContentIntegrity ofCipher, Header inner, RawMessage message)
            throws IOException {
        if (!inner.wellFormed()) {
            return Optional.empty(); // not a MIME entity
        }
        if (ofCipher == ContentIntegrity.TAG) {
            return Optional.of(ContentIntegrity.TAG);
        }
        Integrity inside = signatures.check(message);
        boolean changed = inside instanceof Integrity.Broken broken && MISMATCHES.contains(broken.fault());
        if (changed || !inner.printable()) {
            return Optional.empty();
        }
        return Optional.of(
                inside instanceof Integrity.Intact ? ContentIntegrity.SIGNATURE : ContentIntegrity.NOT_GUARANTEED);
    }
}
