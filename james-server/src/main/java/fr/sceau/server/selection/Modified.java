package fr.sceau.server.selection;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.encode.ImapResponseComposer;
import org.apache.james.imap.encode.ImapResponseEncoder;

/** The answer to a STORE of which part was not done (RFC 7162 3.1.3); James would write a 0 before the set. */
public record Modified(Tag tag, List<IdRange> ids) implements ImapResponseMessage {
    /** Writes it. */
    public static final class Encoder implements ImapResponseEncoder<Modified> {
        @Override
        public Class<Modified> acceptableMessages() {
            return Modified.class;
        }

        @Override
        public void encode(Modified answer, ImapResponseComposer composer) throws IOException {
            String ids = answer.ids().stream().map(IdRange::getFormattedString).collect(Collectors.joining(","));
            composer.tag(answer.tag())
                    .message("OK")
                    .message("[MODIFIED " + ids + "]")
                    .message("STORE completed.")
                    .end();
        }
    }
}
