package fr.sceau.store.mail;

import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MimeMessageWrapper;

/**
 * The octets of any message, never as an array of a long one. Header fields keep their raw 8-bit octets unless the body was
 * built anew: James would write them as question marks.
 */
final class MessageOctets {
    private MessageOctets() {}

    /** Read from where the message comes from if nobody touched it, else from a copy. */
    static Octets of(MimeMessage message) throws IOException, MessagingException {
        if (!(message instanceof MimeMessageWrapper wrapper) || wrapper.isBodyModified()) {
            return OctetsCopy.of(message::writeTo);
        }
        return isUntouched(wrapper) ? new Untouched(wrapper) : OctetsCopy.of(out -> write(wrapper, out));
    }

    /** James puts two streams together where it is not the source's own. */
    private static boolean isUntouched(MimeMessageWrapper wrapper) throws IOException, MessagingException {
        if (wrapper.isModified()) {
            return false;
        }
        try (InputStream in = wrapper.getMessageInputStream()) {
            return !(in instanceof SequenceInputStream);
        }
    }

    /** The fields as they are in memory, then the body as it came. javax.mail holds each octet as a character of Latin-1. */
    private static void write(MimeMessageWrapper wrapper, OutputStream out) throws IOException, MessagingException {
        Enumeration<String> lines = wrapper.getAllHeaderLines();
        while (lines.hasMoreElements()) {
            out.write((lines.nextElement() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        out.write(new byte[] {'\r', '\n'});
        try (InputStream in = wrapper.getMessageInputStream()) {
            HeaderBlock.skip(in);
            in.transferTo(out);
        }
    }

    /** Closing gives back what the copy took. */
    interface Octets extends OctetSource, AutoCloseable {
        @Override
        void close();
    }

    private record Untouched(MimeMessageWrapper message) implements Octets {
        @Override
        public InputStream open() throws IOException {
            try {
                return message.getMessageInputStream();
            } catch (MessagingException e) {
                throw new IOException("message cannot be read", e);
            }
        }

        @Override
        public long size() throws IOException {
            try {
                return message.getMessageSize();
            } catch (MessagingException e) {
                throw new IOException("message cannot be measured", e);
            }
        }

        @Override
        public void close() {}
    }
}
