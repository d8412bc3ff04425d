package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.operator.OperatorCreationException;

/** Looks at the entity that a message's signature covers. Checks nothing: the verdict says what the signature is worth. */
public final class Payload {
    private static final int MAX_PREAMBLE = 64 << 10;

    private Payload() {}

    /** Header of the signed entity; empty if the message is not signed or cannot be read. */
    public static Optional<Header> signed(RawMessage message) throws IOException {
        try (InputStream in = SourceStream.open(message)) {
            return signed(in, message);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }

    private static Optional<Header> signed(InputStream in, RawMessage message) {
        try {
            Header header = Header.read(in);
            ContentType type = ContentType.of(header);
            if (!type.unambiguous() || !type.isSmime()) {
                return Optional.empty();
            }
            return type.isClearSigned()
                    ? firstPart(in, "--" + type.parameter("boundary").orElse(""))
                    : opaque(Pkcs7Body.open(header, in, size(message)));
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed;
        } catch (IOException | CMSException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Only where it is needed: some sources read themselves to the end for it. */
    private static long size(RawMessage message) {
        try {
            return message.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Header> firstPart(InputStream body, String delimiter) throws IOException {
        StringBuilder line = new StringBuilder();
        int left = MAX_PREAMBLE;
        for (int b = body.read(); b >= 0 && left > 0; b = body.read()) {
            left--;
            if (b != '\n') {
                line.append((char) b);
            } else if (line.toString().stripTrailing().equals(delimiter)) {
                return Optional.of(Header.read(body));
            } else {
                line.setLength(0);
            }
        }
        return Optional.empty();
    }

    private static Optional<Header> opaque(Pkcs7Body body) throws IOException, CMSException {
        if (!body.type().equals(CMSObjectIdentifiers.signedData)) {
            return Optional.empty();
        }
        CMSSignedDataParser parser = new CMSSignedDataParser(
                algorithm -> {
                    throw new OperatorCreationException("nothing is checked here");
                },
                body.encoded());
        CMSTypedStream content = parser.getSignedContent();
        return content == null
                ? Optional.empty()
                : Optional.of(Header.read(new BufferedInputStream(content.getContentStream())));
    }
}
