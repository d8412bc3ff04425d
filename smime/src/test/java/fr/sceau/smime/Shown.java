package fr.sceau.smime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * What a mail client would show of a message, by another reader of MIME than ours.
 *
 * @param from the From fields, without case and white space
 * @param parts type and content of each part but the signature
 */
public record Shown(List<String> from, List<String> parts) {
    private static final String UNREADABLE = "unreadable";

    public static Shown of(byte[] message) {
        Shown shown = new Shown(new ArrayList<>(), new ArrayList<>());
        shown.read(new ByteArrayInputStream(message), 0);
        return shown;
    }

    /** The other reader shows nothing. */
    public boolean nothing() {
        return parts.equals(List.of(UNREADABLE));
    }

    private void read(InputStream message, int depth) {
        MimeTokenStream tokens = new MimeTokenStream(new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .build());
        tokens.parse(message);
        try {
            boolean top = depth == 0;
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_FIELD
                        && top
                        && tokens.getField().getName().equalsIgnoreCase("From")) {
                    from.add(tokens.getField().getBody().replaceAll("\\s", "").toLowerCase(Locale.ROOT));
                } else if (state == EntityState.T_END_HEADER) {
                    top = false;
                } else if (state == EntityState.T_BODY) {
                    part(tokens, depth);
                }
            }
        } catch (IOException | MimeException | CMSException | RuntimeException unreadable) {
            parts.add(UNREADABLE);
        }
    }

    private void part(MimeTokenStream tokens, int depth) throws IOException, CMSException {
        String type = tokens.getBodyDescriptor().getMimeType();
        byte[] content = tokens.getDecodedInputStream().readAllBytes();
        if (type.endsWith("pkcs7-mime") && depth < 3) {
            byte[] signed =
                    (byte[]) new CMSSignedData(content).getSignedContent().getContent();
            read(new ByteArrayInputStream(signed), depth + 1);
        } else if (!type.endsWith("pkcs7-signature")) {
            // A bare LF in the place of a CRLF is no other content: signers digest CRLF. RFC 8551 3.1.1
            parts.add(type + ":" + Mails.text(RawMessage.of(content)).replace("\r\n", "\n"));
        }
    }
}
