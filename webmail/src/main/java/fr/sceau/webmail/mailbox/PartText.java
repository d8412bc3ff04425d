package fr.sceau.webmail.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads a part as text, whatever the sender said or forgot of its character set. */
final class PartText {
    /** More than anyone reads on a screen; the rest stays in the attachment. */
    static final int MAX_BYTES = 2_000_000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PartText() {}

    static String read(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return decode(in.readNBytes(MAX_BYTES), declared(part));
        }
    }

    private static Optional<Charset> declared(Part part) throws MessagingException {
        String name = HeaderText.type(part).getParameter("charset");
        if (name == null || name.toLowerCase(Locale.ROOT).contains("ascii")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an unknown name is as good as none
        }
    }

    static String decode(byte[] bytes, Optional<Charset> declared) {
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            return new String(bytes, declared.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS); // what French software means when it is not UTF-8
        }
    }
}
