package fr.sceau.directory.client;

import com.unboundid.ldap.sdk.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is published of a mailbox as far as it tells right boxes from wrong ones.
 *
 * @param missing the day from which on the extractions do not name it any more
 * @param formats that it declares to take; none: nothing is declared
 * @param maxOctets of a message that it declares to take, or 0
 * @param wantsPaper it is published that somewhere its holder does not do without paper (« Dématérialisation »)
 * @param proposed may be named to somebody who did not know it
 */
record BoxEntry(
        String address,
        MailboxType type,
        Optional<String> holder,
        List<String> structures,
        Set<String> services,
        String name,
        Optional<String> organisation,
        Optional<String> town,
        Optional<LocalDate> missing,
        Set<Format> formats,
        long maxOctets,
        boolean wantsPaper,
        boolean proposed) {
    /** What is seen for no in the extractions, and what their older descriptions say. */
    private static final Set<String> NO = Set.of("false", "n", "non", "0");

    static final String[] ATTRIBUTES = {
        "mail",
        "cn",
        "displayName",
        "o",
        "l",
        "asTypeBAL",
        "asIdNatPS",
        "asIdStruct",
        "asService",
        "asVuJusqua",
        "asFormat",
        "asTailleMax",
        "asDemat",
        "asListeRouge",
        "asHorsListeBlanche"
    };

    static Stream<BoxEntry> of(Entry entry) {
        Optional<String> address =
                Optional.ofNullable(entry.getAttributeValue("mail")).map(mail -> mail.toLowerCase(Locale.ROOT));
        Optional<MailboxType> type =
                Optional.ofNullable(entry.getAttributeValue("asTypeBAL")).flatMap(MailboxType::of);
        return address.isEmpty() || type.isEmpty() ? Stream.empty() : Stream.of(box(address.get(), type.get(), entry));
    }

    private static BoxEntry box(String address, MailboxType type, Entry entry) {
        return new BoxEntry(
                address,
                type,
                first(entry, "asIdNatPS"),
                all(entry, "asIdStruct").toList(),
                all(entry, "asService").collect(Collectors.toSet()),
                first(entry, "displayName").or(() -> first(entry, "cn")).orElse(address),
                first(entry, "o"),
                first(entry, "l"),
                first(entry, "asVuJusqua").flatMap(BoxEntry::day),
                formats(entry),
                Optional.ofNullable(entry.getAttributeValueAsLong("asTailleMax"))
                        .orElse(0L),
                all(entry, "asDemat")
                        .anyMatch(value -> NO.contains(value.strip().toLowerCase(Locale.ROOT))),
                EntryReader.isProposed(entry));
    }

    static Set<Format> formats(Entry entry) {
        return all(entry, "asFormat").flatMap(word -> Format.of(word).stream()).collect(Collectors.toSet());
    }

    private static Optional<String> first(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValue(attribute));
    }

    private static Stream<String> all(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValues(attribute)).stream().flatMap(Arrays::stream);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
