package fr.sceau.mailets.facts;

import fr.sceau.documents.Recognition;
import fr.sceau.smime.Layers;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * Facts on their way with a queued mail, as attributes of plain text that survive a restart. Mail without an origin was
 * made by this server itself (receipts, failure notices).
 */
public final class MailFacts {
    private static final String PREFIX = "sceau-";
    private static final AttributeName OPERATOR = name("operator");
    private static final AttributeName PEER = name("peer");
    private static final AttributeName MAILBOX = name("mailbox");
    private static final AttributeName LOGIN = name("login");
    private static final AttributeName VERDICT = name("verdict");
    private static final AttributeName SIGNER = name("signer");
    private static final AttributeName EVIDENCE = name("evidence");
    private static final AttributeName DOCUMENTS = name("documents");
    private static final AttributeName KEYWORDS = name("keywords");
    private static final AttributeName SEAL = name("seal");
    private static final AttributeName MESSAGE_ID = name("message-id");
    private static final AttributeName SHA256 = name("sha256");
    private static final AttributeName FINGERPRINT = name("fingerprint");
    private static final AttributeName OCTETS = name("octets");
    private static final AttributeName DONE = name("done");

    private final Mail mail;

    private MailFacts(Mail mail) {
        this.mail = mail;
    }

    public static MailFacts of(Mail mail) {
        return new MailFacts(mail);
    }

    public void origin(Origin origin) {
        if (origin instanceof Origin.Operator operator) {
            set(OPERATOR, operator.domain());
            set(PEER, operator.dn());
        } else if (origin instanceof Origin.Submitted submitted) {
            set(MAILBOX, submitted.mailbox());
            set(LOGIN, submitted.login());
        }
    }

    public Optional<Origin> origin() {
        Optional<Origin> submitted =
                get(MAILBOX).flatMap(mailbox -> get(LOGIN).map(login -> new Origin.Submitted(mailbox, login)));
        return submitted.or(
                () -> get(OPERATOR).flatMap(domain -> get(PEER).map(dn -> new Origin.Operator(domain, dn))));
    }

    public Optional<Origin.Submitted> submitted() {
        return origin().filter(Origin.Submitted.class::isInstance).map(Origin.Submitted.class::cast);
    }

    /** Of what the verdict says, code, signer's name and evidence travel on. */
    public void verdict(SignatureVerdict verdict) {
        set(EVIDENCE, Evidence.of(verdict, Instant.now()));
        MessageFacts known = MessageFacts.of(new Origin.Submitted("", ""), verdict, Seal.CLEAR);
        set(VERDICT, known.verdictCode());
        mail.removeAttribute(SIGNER);
        known.signerName().ifPresent(signer -> set(SIGNER, signer));
    }

    /** As above, and what was found of each layer. */
    public void verdict(Layers layers) {
        verdict(layers.verdict());
        set(EVIDENCE, Evidence.of(layers, Instant.now()));
    }

    public Optional<String> verdictCode() {
        return get(VERDICT);
    }

    /** Makes the pipeline verify again: the message is no longer the one that was judged. */
    public void forgetVerdict() {
        mail.removeAttribute(VERDICT);
        mail.removeAttribute(SIGNER);
        mail.removeAttribute(EVIDENCE);
        UnnamedRecipients.of(mail).note(List.of());
    }

    public void seal(Seal seal) {
        set(SEAL, seal.name());
    }

    public Optional<Seal> seal() {
        return get(SEAL).map(Seal::valueOf);
    }

    /** All that was found out, once origin and verdict are known. */
    public Optional<MessageFacts> all() {
        return origin().flatMap(origin -> get(VERDICT)
                .map(code -> new MessageFacts(
                        origin,
                        code,
                        get(SIGNER),
                        seal().orElse(Seal.CLEAR),
                        UnnamedRecipients.of(mail).isEveryone())));
    }

    /** Keywords and documents travel on. */
    public void recognition(Recognition recognition) {
        set(KEYWORDS, String.join(" ", recognition.keywords()));
        set(DOCUMENTS, Contained.of(recognition));
    }

    /** The IMAP keywords that the message deserves. */
    public Set<String> keywords() {
        return get(KEYWORDS)
                .filter(words -> !words.isEmpty())
                .map(words -> Set.of(words.split(" ")))
                .orElse(Set.of());
    }

    /** What is to be kept beside the message; nothing for what the server wrote itself. */
    public Optional<Findings> findings() {
        return all().map(known -> new Findings(
                known.verdictCode(),
                get(EVIDENCE).orElse("{}"),
                OriginText.of(known),
                get(DOCUMENTS).orElse("[]")));
    }

    /** Message-ID and fingerprint are what the submission ledger knows this message by. */
    public void submission(String messageId, String sha256, String fingerprint) {
        set(MESSAGE_ID, messageId);
        set(SHA256, sha256);
        set(FINGERPRINT, fingerprint);
    }

    /** As many as the client sent, before anything was signed or sealed; 0: not known. */
    public void octets(long octets) {
        set(OCTETS, Long.toString(octets));
    }

    public long octets() {
        return get(OCTETS).map(Long::parseLong).orElse(0L);
    }

    public Optional<String> messageId() {
        return get(MESSAGE_ID);
    }

    public Optional<String> sha256() {
        return get(SHA256);
    }

    public Optional<String> fingerprint() {
        return get(FINGERPRINT);
    }

    /** Remembers that a step which must happen once is done, for mail that runs through the pipeline again. */
    public void done(String step) {
        set(DONE, get(DONE).map(steps -> steps + "," + step).orElse(step));
    }

    public boolean isDone(String step) {
        return get(DONE)
                .filter(steps -> ("," + steps + ",").contains("," + step + ","))
                .isPresent();
    }

    /** Makes this mail the ground of an answer in our own name: an acceptance of its own, and no fact beside it. */
    public void becomeOurAnswer() {
        Acceptance.answer(mail);
        mail.attributeNames()
                .filter(name -> name.asString().startsWith(PREFIX) && !name.equals(Acceptance.ID))
                .toList()
                .forEach(mail::removeAttribute);
    }

    private Optional<String> get(AttributeName name) {
        return AttributeUtils.getValueAndCastFromMail(mail, name, String.class);
    }

    private void set(AttributeName name, String value) {
        mail.setAttribute(new Attribute(name, AttributeValue.of(value)));
    }

    private static AttributeName name(String suffix) {
        return AttributeName.of(PREFIX + suffix);
    }
}
