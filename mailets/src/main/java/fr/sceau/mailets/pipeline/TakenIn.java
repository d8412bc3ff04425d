package fr.sceau.mailets.pipeline;

import fr.sceau.documents.DocumentType;
import fr.sceau.documents.RecognisedDocument;
import fr.sceau.documents.Recogniser;
import fr.sceau.documents.Recognition;
import fr.sceau.mailets.facts.MailMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * The format that a receipt of software says it took in: that of the documents which it returns, or XDM when it answers under
 * the subject of one. Of several formats it does not say which one it took in, so nothing is known.
 */
final class TakenIn {
    private static final String XDM = "XDM/1.0/DDM";

    /** By the words that the directory knows formats by. */
    private static final Map<DocumentType, String> FORMATS = Map.of(
            DocumentType.HPRIM_MEDECIN, "HPRIM",
            DocumentType.HPRIM_SANTE, "HPRIM",
            DocumentType.XDM, "XDM",
            DocumentType.CDA_N1, "CDA",
            DocumentType.CDA_N3, "CDA",
            DocumentType.CDA_AUTOPRESENTABLE, "CDA",
            DocumentType.HL7_V2, "HL7");

    private TakenIn() {}

    /** @param receipt that says that a message was processed, without an error */
    static Set<String> by(Mail receipt) throws IOException, MessagingException {
        Set<String> returned = returned(receipt);
        if (returned.isEmpty()) {
            return isAboutXdm(receipt) ? Set.of("XDM") : Set.of();
        }
        return returned.size() == 1 ? returned : Set.of();
    }

    /** What an archive holds is part of it. PDF is for people, whatever goes with it: that software took it in is nowhere said. */
    private static Set<String> returned(Mail receipt) throws IOException {
        Recognition recognition;
        try (InputStream message = new MailMessage(receipt).open()) {
            recognition = new Recogniser().recognise(message);
        }
        return recognition.documents().stream()
                .filter(document -> !document.part().contains("!"))
                .map(RecognisedDocument::type)
                .flatMap(type -> Optional.ofNullable(FORMATS.get(type)).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isAboutXdm(Mail receipt) throws MessagingException {
        return Optional.ofNullable(receipt.getMessage().getSubject())
                .filter(subject -> subject.strip().startsWith(XDM))
                .isPresent();
    }
}
