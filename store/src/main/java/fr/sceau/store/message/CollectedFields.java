package fr.sceau.store.message;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** The fields of a header that its envelope is made of, while the header is read. */
final class CollectedFields {
    private static final Set<String> WANTED =
            Set.of("date", "subject", "from", "sender", "reply-to", "to", "cc", "bcc", "in-reply-to", "message-id");

    private final ByteArrayOutputStream header = new ByteArrayOutputStream();

    void add(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw != null && WANTED.contains(field.getName().toLowerCase(Locale.ROOT))) {
            header.writeBytes(raw.toByteArray());
            header.write('\n');
        }
    }

    Envelope envelope() {
        return Envelope.of(HeaderFields.of(header.toByteArray()));
    }
}
