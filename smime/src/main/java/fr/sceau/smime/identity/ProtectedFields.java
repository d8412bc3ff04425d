package fr.sceau.smime.identity;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.ContentType;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import fr.sceau.smime.mime.MailboxField;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TransferEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fields of the message that stand inside the signed entity, where the signature covers them: beside its Content-* fields
 * (RFC 9788), or in a message that is the whole content (RFC 8551 3.1). Some clients show them in place of the outer ones.
 */
public record ProtectedFields(List<Header> headers) {
    public static final ProtectedFields NONE = new ProtectedFields(List.of());

    public ProtectedFields {
        headers = List.copyOf(headers);
    }

    /** Of an entity that was found intact. */
    public static ProtectedFields of(RawMessage signed) throws IOException {
        List<Header> headers = new ArrayList<>();
        try (InputStream in = SourceStream.open(signed)) {
            Header entity = Header.read(in);
            headers.add(entity);
            ContentType type = ContentType.of(entity);
            if (isMessage(type) && TransferEncoding.isPlain(entity)) { // RFC 2046 5.2.1
                headers.add(Header.read(in));
            }
            return new ProtectedFields(headers);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed.getCause();
        }
    }

    /** A message in a message that does not say that it was only passed on. */
    private static boolean isMessage(ContentType type) {
        boolean forwarded =
                type.parameter("forwarded").filter("yes"::equalsIgnoreCase).isPresent();
        return type.mediaType().equals("message/rfc822") && !forwarded;
    }

    /** Those that name recipients. */
    public Header recipients() {
        List<HeaderField> fields = headers.stream()
                .flatMap(header -> header.fields().stream())
                .filter(field -> field.is("To") || field.is("Cc"))
                .toList();
        return new Header(fields, headers.stream().allMatch(Header::wellFormed));
    }

    /** Whether every From inside, if there is any, is that one address. */
    boolean agreesOnFrom(String address) {
        return headers.stream()
                .flatMap(header -> header.values("From").stream())
                .allMatch(value -> MailboxField.parse(value)
                        .filter(from -> from.address().equals(address))
                        .isPresent());
    }

    /** Whether the signer put a Reply-To with these addresses inside. */
    boolean hasReplyTo(List<String> addresses) {
        return !addresses.isEmpty()
                && headers.stream()
                        .flatMap(header -> header.values("Reply-To").stream())
                        .map(MailboxField::parseList)
                        .flatMap(Optional::stream)
                        .map(list -> list.stream().map(MailboxField::address).toList())
                        .anyMatch(addresses::equals);
    }
}
