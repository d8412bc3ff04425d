package fr.sceau.smime.facts;

import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.Signer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the server found out about one message.
 *
 * @param verdictCode {@link SignatureVerdict#code()}
 * @param signerName the signer's name for people, where there is a signer
 * @param unnamed whether an established signer signed whom the message is for, and not the reader of this copy
 */
public record MessageFacts(Origin origin, String verdictCode, Optional<String> signerName, Seal seal, boolean unnamed) {
    /**
     * The IMAP keyword of a message that came through the server. Clients can neither set nor remove it: only with it is a
     * field in the server's name the server's own.
     */
    public static final String JUDGED_KEYWORD = "$SceauJudged";

    /** As {@link #JUDGED_KEYWORD}: a verdict that waited has become {@code trusted}. */
    public static final String CONFIRMED_KEYWORD = "$SceauConfirmed";

    /** As {@link #JUDGED_KEYWORD}: a verdict that waited has become {@code untrusted.revoked}. */
    public static final String REVOKED_KEYWORD = "$SceauRevoked";

    private static final Set<String> WAITING = Set.of("pending", "untrusted." + Doubt.ISSUER_AWAITED.code());

    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?");

    public MessageFacts {
        if (!isCode(verdictCode)) {
            throw new IllegalArgumentException("not a verdict code: " + verdictCode);
        }
    }

    /** Of a message whose recipients nobody signed, or that went where they say. */
    public MessageFacts(Origin origin, String verdictCode, Optional<String> signerName, Seal seal) {
        this(origin, verdictCode, signerName, seal, false);
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public static MessageFacts of(Origin origin, SignatureVerdict verdict, Seal seal) {
        return new MessageFacts(
                origin,
                verdict.code(),
                signer(verdict).map(signer -> signer.identity().displayName()),
                seal);
    }

    /** Value of an {@code Authentication-Results} field: ASCII, one line; may be folded at its spaces. */
    public String toHeaderValue(String authservId) {
        return FactsHeader.render(authservId, this);
    }

    /**
     * Reads the first value that is ours; values of another {@code authserv-id} are not looked at. Whoever can put a message
     * into a mailbox can write such a value: it is to be believed of a message under {@link #JUDGED_KEYWORD} only.
     */
    public static Optional<MessageFacts> parse(String authservId, List<String> headerValues) {
        return headerValues.stream()
                .flatMap(value -> AuthenticationResults.parse(value).stream())
                .filter(results -> results.authservId().equalsIgnoreCase(authservId))
                .flatMap(results -> FactsHeader.read(results).stream())
                .findFirst();
    }

    /** The same with what became of a verdict that had to wait: a field is of the day when the message came. */
    public MessageFacts since(Set<String> keywords) {
        if (!WAITING.contains(verdictCode)) {
            return this;
        }
        if (keywords.stream().anyMatch(REVOKED_KEYWORD::equalsIgnoreCase)) {
            return new MessageFacts(origin, "untrusted.revoked", signerName, seal, unnamed);
        }
        return keywords.stream().anyMatch(CONFIRMED_KEYWORD::equalsIgnoreCase)
                ? new MessageFacts(origin, "trusted", signerName, seal, unnamed)
                : this;
    }

    /** The verdict for people, in French. */
    public String verdictSentence() {
        if (verdictCode.equals(new SignatureVerdict.Unsigned().code()) && origin instanceof Origin.Operator operator) {
            return "Opérateur " + operator.domain() + " authentifié ; pas de signature personnelle (habituel).";
        }
        return VerdictText.of(verdictCode, signerName);
    }

    /** What is to be told beside the verdict, in French. No proof of anything wrong: a blind copy looks the same. */
    public Optional<String> noticeSentence() {
        return unnamed
                ? Optional.of("Cette boîte ne figure pas parmi les destinataires que l'expéditeur a signés :"
                        + " copie cachée, liste de diffusion ou message détourné.")
                : Optional.empty();
    }

    private static Optional<Signer> signer(SignatureVerdict verdict) {
        if (verdict instanceof SignatureVerdict.Trusted trusted) {
            return Optional.of(trusted.signer());
        }
        if (verdict instanceof SignatureVerdict.Pending pending) {
            return Optional.of(pending.signer());
        }
        if (verdict instanceof SignatureVerdict.Untrusted untrusted) {
            return Optional.of(untrusted.signer());
        }
        return Optional.empty();
    }
}
