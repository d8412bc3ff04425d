package fr.sceau.smime.fuzz;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Shown;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.header.ConfidentialFields;
import fr.sceau.smime.header.ProtectedHeader;
import fr.sceau.smime.header.Routing;
import fr.sceau.smime.identity.ProtectedFields;
import fr.sceau.smime.identity.SenderFields;
import fr.sceau.smime.mime.AddressList;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.FromAddress;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.MailboxField;
import fr.sceau.smime.mime.TransferEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Never throws; a header that is written reads as before; the author we find is the one whom another reader finds; what is read of
 * our own facts is written and read as the same.
 */
final class HeaderTarget implements Target {
    private static final String SERVER = "mx.exemple.mssante.test";

    @Override
    public void check(byte[] octets) throws IOException {
        Header header = Header.read(new ByteArrayInputStream(octets));
        sameWhenWritten(header);
        sameAuthor(octets, header);
        header.fields().forEach(field -> {
            MailboxField.parse(field.value());
            MailboxField.parseList(field.value());
            AddressList.of(field.value());
        });
        Routing.compare(List.of("claire.martin@exemple.mssante.test"), header);
        ContentType.of(header);
        TransferEncoding.of(header);
        ProtectedHeader.of(header).ifPresent(found -> found.hides("Subject"));
        ProtectedFields.of(RawMessage.of(octets));
        SenderFields.of(header);
        ConfidentialFields.outside(header);
        sameFacts(header);
    }

    private static void sameWhenWritten(Header header) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        header.writeTo(written);
        written.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        Header again = Header.read(new ByteArrayInputStream(written.toByteArray()));
        if (header.wellFormed() && !(again.wellFormed() && told(again).equals(told(header)))) {
            throw new AssertionError("other fields when written: " + again);
        }
    }

    private static List<String> told(Header header) {
        return header.fields().stream()
                .map(field -> field.name() + ":" + field.value())
                .toList();
    }

    private static void sameAuthor(byte[] octets, Header header) {
        Optional<String> ours = FromAddress.of(header);
        if (ours.isPresent()) {
            List<String> theirs = Authors.of(Shown.of(octets).from());
            boolean comparable = ours.get().chars().allMatch(c -> c < 128); // the other reader guesses at domains
            if (comparable ? !theirs.equals(List.of(ours.get())) : theirs.size() != 1) {
                throw new AssertionError("author " + ours.get() + ", to another reader " + theirs);
            }
        }
    }

    private static void sameFacts(Header header) {
        Optional<MessageFacts> facts = MessageFacts.parse(SERVER, header.values("Authentication-Results"));
        if (facts.isPresent()) {
            String written = facts.get().toHeaderValue(SERVER);
            facts.get().verdictSentence();
            if (!MessageFacts.parse(SERVER, List.of(written)).equals(facts)) {
                throw new AssertionError("other facts when written: " + written);
            }
        }
    }
}
