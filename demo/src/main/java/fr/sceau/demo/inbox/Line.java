package fr.sceau.demo.inbox;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message of the table, in the words shown to people. */
record Line(
        String mailbox, String from, String document, String origin, String signature, String seal, String subject) {
    static final Line HEADER = new Line("Boîte", "De", "Document", "Origine", "Signature", "Chiffrement", "Objet");

    private static final String UNKNOWN = "?";

    static Line of(String mailbox, Message message, String authservId) throws MessagingException {
        Optional<MessageFacts> facts = facts(message, authservId);
        return new Line(
                mailbox.substring(0, mailbox.indexOf('@')),
                sender(header(message, "From")),
                document(message),
                facts.map(known -> origin(known.origin())).orElse(UNKNOWN),
                facts.map(MessageFacts::verdictCode).orElse(UNKNOWN),
                facts.map(known -> seal(known.seal())).orElse(UNKNOWN),
                decoded(header(message, "Subject")));
    }

    /** Of a message that a client put there, nothing is known, whatever its header says. */
    private static Optional<MessageFacts> facts(Message message, String authservId) throws MessagingException {
        String[] results = message.getHeader("Authentication-Results");
        Flags flags = message.getFlags();
        return flags.contains(MessageFacts.JUDGED_KEYWORD) && results != null
                ? MessageFacts.parse(authservId, List.of(results))
                        .map(facts -> facts.since(new HashSet<>(List.of(flags.getUserFlags()))))
                : Optional.empty();
    }

    List<String> cells() {
        return List.of(mailbox, from, document, origin, signature, seal, subject);
    }

    /** From the header itself: some servers' ENVELOPE keeps the quotes of a quoted name. */
    private static String header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : MimeUtility.unfold(values[0]);
    }

    private static String sender(String from) {
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
            return addresses.length == 0
                    ? UNKNOWN
                    : Optional.ofNullable(addresses[0].getPersonal()).orElse(addresses[0].getAddress());
        } catch (AddressException e) {
            return from; // shown as it stands: mail is written by strangers
        }
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException e) {
            return text;
        }
    }

    private static String document(Message message) throws MessagingException {
        String keywords = Stream.of(message.getFlags().getUserFlags())
                .filter(flag -> !flag.startsWith("$"))
                .sorted()
                .collect(Collectors.joining(" "));
        return keywords.isEmpty() ? "-" : keywords;
    }

    private static String origin(Origin origin) {
        if (origin instanceof Origin.Operator operator) {
            return "opérateur " + operator.domain();
        }
        return origin instanceof Origin.Submitted submitted ? "compte " + submitted.mailbox() : UNKNOWN;
    }

    private static String seal(Seal seal) {
        return switch (seal) {
            case CLEAR -> "en clair";
            case OPENED -> "ouvert ici";
            case UNGUARDED -> "ouvert ici, intégrité non garantie";
            case SEALED -> "scellé";
        };
    }
}
