package fr.sceau.smime;

import fr.sceau.smime.cms.DetachedSignature;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.smime.mime.Base64Lines;
import fr.sceau.smime.mime.CrlfOutputStream;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import fr.sceau.smime.mime.Pieces;
import fr.sceau.smime.mime.RelayCheck;
import fr.sceau.smime.mime.SevenBitEntity;
import fr.sceau.smime.mime.SplitHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.bouncycastle.util.io.TeeOutputStream;

/**
 * Signs a whole message as {@code multipart/signed}, so that any client can read it. RFC 8551 3.5.3
 *
 * <p>Covers the body and its Content-* fields. Does not protect the rest of the header, nor hide anything. Content that a
 * relay might change (8 bits, long lines) is first encoded so that none does; other content keeps its bytes.
 */
public final class MessageSigner {
    private static final HeaderField[] SIGNATURE_FIELDS = {
        HeaderField.of("Content-Type", "application/pkcs7-signature; name=\"smime.p7s\""),
        HeaderField.of("Content-Transfer-Encoding", "base64"),
        HeaderField.of("Content-Disposition", "attachment; filename=\"smime.p7s\"")
    };

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public MessageSigner() {
        this(Clock.systemUTC());
    }

    /** @param clock tells the signing time */
    public MessageSigner(Clock clock) {
        this.clock = clock;
    }

    /** Writes the signed message to {@code out}, which stays open; what was written before a failure is worthless. */
    public void sign(RawMessage message, SigningKey key, OutputStream out) throws IOException, SmimeException {
        sign(message, key, SigningScheme.of(key.certificate().getPublicKey()), out);
    }

    /** As above, by a scheme that the caller knows to be understood. */
    public void sign(RawMessage message, SigningKey key, SigningScheme scheme, OutputStream out)
            throws IOException, SmimeException {
        String boundary = "=_sceau_" + new BigInteger(160, random).toString(36);
        DetachedSignature signature = new DetachedSignature(key, scheme, clock.instant());
        OutputStream buffered = Pieces.into(out);
        try (InputStream in = Pieces.from(message.open())) {
            SplitHeader header = SplitHeader.of(Header.read(in));
            OutputStream lines = new CrlfOutputStream(buffered);
            header.outerWith(contentType(boundary, scheme)).writeTo(lines);
            text(lines, "\r\n--" + boundary + "\r\n");
            byte[] encoded = content(header.inner(), in, carriedAsItIs(message), signature, buffered);
            text(buffered, "\r\n--" + boundary + "\r\n");
            for (HeaderField field : SIGNATURE_FIELDS) {
                text(buffered, field.raw());
            }
            text(buffered, "\r\n" + Base64Lines.of(encoded) + "\r\n--" + boundary + "--\r\n");
        }
        buffered.flush();
    }

    private static HeaderField contentType(String boundary, SigningScheme scheme) {
        return HeaderField.of( // RFC 8551 3.5.3.2
                "Content-Type",
                "multipart/signed; protocol=\"application/pkcs7-signature\";\r\n micalg="
                        + scheme.hash().micalg() + "; boundary=\"" + boundary + "\"");
    }

    private static boolean carriedAsItIs(RawMessage message) throws IOException {
        RelayCheck check = new RelayCheck();
        try (InputStream in = Pieces.from(message.open())) {
            Header.read(in);
            in.transferTo(check);
        }
        return check.safe();
    }

    /** Writes the content and hands back the signature over exactly those bytes. */
    private static byte[] content(
            Header header, InputStream body, boolean asItIs, DetachedSignature signature, OutputStream out)
            throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (OutputStream digesting = signature.content(encoded)) {
            OutputStream content = new CrlfOutputStream(new TeeOutputStream(out, digesting));
            if (asItIs) {
                header.writeTo(content);
                text(content, "\r\n");
                body.transferTo(content);
            } else {
                SevenBitEntity.write(header, body, content);
            }
        }
        return encoded.toByteArray();
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
