package fr.sceau.mailets.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;

/** How a message came in, as JSON: {@code kind}, who vouches for it, how it was sealed, and {@code unnamed} where that is so. */
final class OriginText {
    private OriginText() {}

    static String of(MessageFacts facts) {
        ObjectNode json = JsonText.object();
        if (facts.origin() instanceof Origin.Operator operator) {
            json.put("kind", "operator");
            JsonText.put(json, "domain", operator.domain());
            JsonText.put(json, "dn", operator.dn());
        } else if (facts.origin() instanceof Origin.Submitted submitted) {
            json.put("kind", "submitted");
            JsonText.put(json, "mailbox", submitted.mailbox());
            JsonText.put(json, "login", submitted.login());
        }
        json.put("seal", facts.seal().code());
        if (facts.unnamed()) {
            json.put("unnamed", true);
        }
        return JsonText.write(json);
    }
}
