package fr.sceau.demo.inbox;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
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
        String[] results = message.getHeader("Authentication-Results");
        Optional<MessageFacts> facts = MessageFacts.parse(authservId, results == null ? List.of() : List.of(results));
        return new Line(
                mailbox.substring(0, mailbox.indexOf('@')),
                sender(message.getFrom()),
                document(message),
                facts.map(known -> origin(known.origin())).orElse(UNKNOWN),
                facts.map(MessageFacts::verdictCode).orElse(UNKNOWN),
                facts.map(known -> seal(known.seal())).orElse(UNKNOWN),
                Optional.ofNullable(message.getSubject()).orElse(""));
    }

    List<String> cells() {
        return List.of(mailbox, from, document, origin, signature, seal, subject);
    }

    private static String sender(Address[] from) {
        if (from == null || from.length == 0) {
            return UNKNOWN;
        }
        if (from[0] instanceof InternetAddress address) {
            return Optional.ofNullable(address.getPersonal()).orElse(address.getAddress());
        }
        return from[0].toString();
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
            case SEALED -> "scellé";
        };
    }
}
