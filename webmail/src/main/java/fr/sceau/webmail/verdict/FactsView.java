package fr.sceau.webmail.verdict;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.webmail.mailbox.Correspondent;
import java.util.Locale;
import java.util.Optional;

/**
 * A message's facts as the pages receive them.
 *
 * @param origin how it came in
 * @param code stable code of the signature verdict
 * @param sentence the verdict for people, in French
 * @param signer the signer's name, where there is one
 * @param seal {@code clear}, {@code opened}, {@code unguarded} or {@code sealed}
 * @param notice what is to be told beside the verdict, in French
 */
public record FactsView(
        OriginView origin,
        String code,
        String sentence,
        Optional<String> signer,
        String seal,
        Optional<String> notice) {

    /**
     * @param kind {@code operator} or {@code submitted}
     * @param name the operator's domain, or the mailbox that sent
     * @param login who logged in to send, when somebody did
     */
    public record OriginView(String kind, String name, Optional<String> login) {
        static OriginView of(Origin origin) {
            if (origin instanceof Origin.Operator operator) {
                return new OriginView("operator", operator.domain(), Optional.empty());
            }
            Origin.Submitted submitted = (Origin.Submitted) origin;
            return new OriginView("submitted", submitted.mailbox(), Optional.of(submitted.login()));
        }
    }

    /**
     * @param from the sender as people see it: without a signature, only the operator vouches for it, and for its own
     *     domains only
     */
    public static FactsView of(MessageFacts facts, Optional<Correspondent> from) {
        OriginView origin = OriginView.of(facts.origin());
        boolean stranger = facts.verdictCode().equals("unsigned")
                && facts.origin() instanceof Origin.Operator operator
                && !isOf(operator.domain(), from);
        return new FactsView(
                origin,
                stranger ? "unsigned.sender-mismatch" : facts.verdictCode(),
                stranger
                        ? "L'opérateur " + origin.name()
                                + " n'est pas celui de l'expéditeur affiché ; pas de signature."
                        : facts.verdictSentence(),
                facts.signerName(),
                facts.seal().code(),
                facts.noticeSentence());
    }

    private static boolean isOf(String domain, Optional<Correspondent> from) {
        String suffix = "@" + domain.toLowerCase(Locale.ROOT);
        return from.filter(shown -> shown.address().toLowerCase(Locale.ROOT).endsWith(suffix))
                .isPresent();
    }
}
