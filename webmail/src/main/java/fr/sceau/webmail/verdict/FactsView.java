package fr.sceau.webmail.verdict;

import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import java.util.Optional;

/**
 * A message's facts as the pages receive them.
 *
 * @param origin how it came in
 * @param code stable code of the signature verdict
 * @param sentence the verdict for people, in French
 * @param signer the signer's name, where there is one
 * @param seal {@code clear}, {@code opened} or {@code sealed}
 */
public record FactsView(OriginView origin, String code, String sentence, Optional<String> signer, String seal) {

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

    public static FactsView of(MessageFacts facts) {
        return new FactsView(
                OriginView.of(facts.origin()),
                facts.verdictCode(),
                facts.verdictSentence(),
                facts.signerName(),
                facts.seal().code());
    }
}
