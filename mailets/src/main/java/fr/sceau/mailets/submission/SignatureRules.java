package fr.sceau.mailets.submission;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.policy.SignaturePolicy;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.Signer;
import fr.sceau.smime.identity.CertificateIdentity;
import java.util.Optional;
import javax.inject.Inject;

/**
 * What each signature policy lets through. Opaque mail ({@code Sealed}) from an authenticated sender passes: whether it
 * is signed shows when its recipient opens it.
 */
public final class SignatureRules {
    private final Accounts accounts;
    private final OperatorKeys keys;

    @Inject
    public SignatureRules(Accounts accounts, OperatorKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    /** Empty when the policy lets the message through. */
    public Optional<Refusal> refusal(SignaturePolicy policy, SignatureVerdict verdict, String author) {
        if (policy == SignaturePolicy.LOGIN) {
            return Optional.empty();
        }
        if (verdict instanceof SignatureVerdict.Invalid || isUntrusted(verdict)) {
            return Optional.of(Refusal.of(verdict));
        }
        if (verdict instanceof SignatureVerdict.Unsigned) {
            return policy == SignaturePolicy.ON_BEHALF ? withoutKey(author) : Optional.of(Refusal.UNSIGNED);
        }
        return policy == SignaturePolicy.PERSONAL
                        && signer(verdict).filter(SignatureRules::isNoPerson).isPresent()
                ? Optional.of(Refusal.NOT_PERSONAL)
                : Optional.empty();
    }

    /** Where answers go is for the author to say, who is logged in here; recipients are told all the same. */
    private static boolean isUntrusted(SignatureVerdict verdict) {
        return verdict instanceof SignatureVerdict.Untrusted untrusted && untrusted.doubt() != Doubt.REPLY_ELSEWHERE;
    }

    /** What cannot be signed later is not accepted now. */
    private Optional<Refusal> withoutKey(String author) {
        boolean held = accounts.mailbox(author)
                .flatMap(mailbox -> keys.organisation(mailbox.structure(), mailbox.address()))
                .isPresent();
        if (!held) {
            throw MailetsException.away(
                    "no key to sign on behalf of the mailbox's organisation", new IllegalStateException());
        }
        return Optional.empty();
    }

    private static boolean isNoPerson(Signer signer) {
        return !(signer.identity() instanceof CertificateIdentity.Person);
    }

    private static Optional<Signer> signer(SignatureVerdict verdict) {
        if (verdict instanceof SignatureVerdict.Trusted trusted) {
            return Optional.of(trusted.signer());
        }
        if (verdict instanceof SignatureVerdict.Untrusted untrusted) {
            return Optional.of(untrusted.signer());
        }
        return verdict instanceof SignatureVerdict.Pending pending ? Optional.of(pending.signer()) : Optional.empty();
    }
}
