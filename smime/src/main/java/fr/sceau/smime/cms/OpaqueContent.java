package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSTypedStream;

/**
 * The content of the signed-data object that is the body of a message, decoded anew each time it is read. For a message
 * that was found whole: what cannot be decoded shows as a source that fails.
 *
 * @param outerSize of the message
 */
record OpaqueContent(RawMessage outer, long outerSize) implements RawMessage {
    @Override
    public InputStream open() throws IOException {
        InputStream in = SourceStream.open(outer);
        try {
            return closing(content(in), in);
        } catch (IOException | CMSException | RuntimeException unreadable) {
            in.close();
            throw new IOException("signed content that was read before cannot be read again", unreadable);
        }
    }

    private InputStream content(InputStream in) throws IOException, CMSException {
        Pkcs7Body body = Pkcs7Body.open(Header.read(in), in, outerSize);
        CMSTypedStream content = SignedObjectReader.parser(body.encoded()).getSignedContent();
        return content == null ? InputStream.nullInputStream() : content.getContentStream();
    }

    private static InputStream closing(InputStream content, InputStream source) {
        return new FilterInputStream(content) {
            @Override
            public void close() throws IOException {
                source.close();
            }
        };
    }

    @Override
    public long size() throws IOException {
        try (InputStream in = open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
