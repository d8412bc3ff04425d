package fr.sceau.directory.client;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes mailboxes out of LDAP entries. An entry without address or of unknown type is no mailbox and is left out. */
final class EntryReader {
    static final String[] ATTRIBUTES = {
        "mail",
        "cn",
        "displayName",
        "title",
        "o",
        "l",
        "asTypeBAL",
        "asIdNatPS",
        "asIdStruct",
        "asSmime",
        "asListeRouge",
        "asHorsListeBlanche",
        "userCertificate;binary"
    };

    private EntryReader() {}

    static List<MailboxEntry> read(List<? extends Entry> entries) {
        return entries.stream().flatMap(entry -> mailbox(entry).stream()).toList();
    }

    /** Not red-listed, and in a domain to which mail may go. */
    static boolean isProposed(Entry entry) {
        return !entry.hasAttributeValue("asListeRouge", "TRUE")
                && !entry.hasAttributeValue("asHorsListeBlanche", "TRUE");
    }

    private static Optional<MailboxEntry> mailbox(Entry entry) {
        Optional<String> address = first(entry, "mail").map(mail -> mail.toLowerCase(Locale.ROOT));
        Optional<MailboxType> type = first(entry, "asTypeBAL").flatMap(MailboxType::of);
        if (address.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailboxEntry(
                address.get(),
                type.get(),
                first(entry, "asIdNatPS"),
                all(entry, "asIdStruct"),
                first(entry, "displayName").or(() -> first(entry, "cn")).orElse(address.get()),
                first(entry, "title"),
                first(entry, "o"),
                first(entry, "l"),
                certificates(entry),
                first(entry, "asSmime").filter("declared"::equals).isPresent()));
    }

    private static Optional<String> first(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute));
    }

    private static List<String> all(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValues(attribute))
                .map(List::of)
                .orElse(List.of());
    }

    /** RFC 4523 2.1: with or without the {@code ;binary} option. */
    private static List<X509Certificate> certificates(Entry entry) {
        return entry.getAttributesWithOptions("userCertificate", null).stream()
                .map(Attribute::getValueByteArrays)
                .flatMap(Arrays::stream)
                .flatMap(EntryReader::certificate)
                .toList();
    }

    /** A value that is no certificate must not hide the mailbox, nor its other certificates. */
    private static Stream<X509Certificate> certificate(byte[] value) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Stream.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(value)));
        } catch (CertificateException | RuntimeException unreadable) { // the decoder throws what it does not declare
            return Stream.empty();
        }
    }
}
