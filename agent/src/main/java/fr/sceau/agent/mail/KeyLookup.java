package fr.sceau.agent.mail;

import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.client.MailboxEntry;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the directory whom to encrypt to. The directory publishes certificates and vouches for none: with a validator, only
 * those that lead to a trusted authority and are not revoked are used. One batch asks once for each recipient.
 */
public final class KeyLookup {
    private final Optional<? extends Directory> directory;
    private final Optional<PathValidator> validator;
    private final InstantSource clock;
    private final Map<String, RecipientKeys> known = new HashMap<>();

    public KeyLookup(Optional<? extends Directory> directory, Optional<PathValidator> validator, InstantSource clock) {
        this.directory = directory;
        this.validator = validator;
        this.clock = clock;
    }

    public RecipientKeys of(String recipient) {
        if (directory.isEmpty()) {
            return new RecipientKeys.NotDeclared();
        }
        RecipientKeys answer = known.containsKey(recipient) ? known.get(recipient) : ask(directory.get(), recipient);
        if (!(answer instanceof RecipientKeys.Unknown)) {
            known.put(recipient, answer);
        }
        return answer;
    }

    private RecipientKeys ask(Directory asked, String recipient) {
        try {
            return asked.byMail(recipient).map(this::judge).orElseGet(RecipientKeys.NotDeclared::new);
        } catch (DirectoryException e) {
            String reason = "annuaire indisponible";
            return e.isTransient()
                    ? new RecipientKeys.Unknown(reason)
                    : new RecipientKeys.Unusable("annuaire : question refusée");
        }
    }

    private RecipientKeys judge(MailboxEntry mailbox) {
        if (!mailbox.smimeDeclared() || mailbox.certificates().isEmpty()) {
            return new RecipientKeys.NotDeclared();
        }
        Instant now = clock.instant();
        List<X509Certificate> usable = mailbox.certificates().stream()
                .filter(certificate -> mayEncrypt(certificate, now))
                .filter(certificate -> isTrusted(certificate, now))
                .toList();
        return usable.isEmpty()
                ? new RecipientKeys.Unusable("aucun certificat de chiffrement valable pour ce destinataire")
                : new RecipientKeys.Declared(usable);
    }

    private static boolean mayEncrypt(X509Certificate certificate, Instant now) {
        return Recipient.unfit(certificate).isEmpty() && isValid(certificate, now);
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean isTrusted(X509Certificate certificate, Instant now) {
        return validator
                .map(paths -> !(paths.validate(certificate, List.of(), now) instanceof PathOutcome.Refused))
                .orElse(true);
    }
}
