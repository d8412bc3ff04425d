package fr.sceau.mailets.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;

/** How a message came in, as JSON: {@code kind}, who vouches for it, and how it was sealed. */
final class OriginText {
    private OriginText() {}

    static String of(Origin origin, Seal seal) {
        ObjectNode json = JsonText.object();
        if (origin instanceof Origin.Operator operator) {
            json.put("kind", "operator");
            JsonText.put(json, "domain", operator.domain());
            JsonText.put(json, "dn", operator.dn());
        } else if (origin instanceof Origin.Submitted submitted) {
            json.put("kind", "submitted");
            JsonText.put(json, "mailbox", submitted.mailbox());
            JsonText.put(json, "login", submitted.login());
        }
        json.put("seal", seal.code());
        return JsonText.write(json);
    }
}
