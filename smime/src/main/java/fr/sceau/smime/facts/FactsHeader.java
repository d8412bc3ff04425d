package fr.sceau.smime.facts;

import fr.sceau.smime.facts.AuthenticationResults.Result;
import fr.sceau.smime.facts.Origin.Operator;
import fr.sceau.smime.facts.Origin.Submitted;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Our facts as one {@code smime} result: {@code smime=pass reason="trusted" policy.x-sceau-origin="operator" …}. Values
 * are percent-encoded UTF-8, so that the field stays ASCII and no value can end its quotes.
 */
final class FactsHeader {
    private static final String PREFIX = "policy.x-sceau-";
    private static final String UNNAMED = "unnamed";

    private FactsHeader() {}

    static String render(String authservId, MessageFacts facts) {
        StringBuilder value = new StringBuilder(authservId)
                .append("; smime=")
                .append(VerdictText.smimeResult(facts.verdictCode()))
                .append(" reason=\"")
                .append(facts.verdictCode())
                .append('"');
        properties(facts).forEach((name, text) -> value.append(' ')
                .append(PREFIX)
                .append(name)
                .append("=\"")
                .append(encode(text))
                .append('"'));
        return value.toString();
    }

    private static Map<String, String> properties(MessageFacts facts) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (facts.origin() instanceof Operator operator) {
            properties.put("origin", "operator");
            properties.put("domain", operator.domain());
            properties.put("dn", operator.dn());
        } else if (facts.origin() instanceof Submitted submitted) {
            properties.put("origin", "submitted");
            properties.put("mailbox", submitted.mailbox());
            properties.put("login", submitted.login());
        }
        facts.signerName().ifPresent(name -> properties.put("signer", name));
        properties.put("seal", facts.seal().code());
        if (facts.unnamed()) {
            properties.put("recipient", UNNAMED);
        }
        return properties;
    }

    /** Empty if there is no result of ours, or one that contradicts itself. */
    static Optional<MessageFacts> read(AuthenticationResults results) {
        return results.results().stream()
                .filter(result -> result.method().equalsIgnoreCase("smime"))
                .flatMap(result -> read(result).stream())
                .findFirst();
    }

    private static Optional<MessageFacts> read(Result result) {
        String code = result.reason().orElse("");
        Optional<Seal> seal = property(result, "seal").flatMap(FactsHeader::seal);
        Optional<Origin> origin = origin(result);
        boolean consistent =
                MessageFacts.isCode(code) && result.outcome().equalsIgnoreCase(VerdictText.smimeResult(code));
        boolean unnamed = property(result, "recipient").filter(UNNAMED::equals).isPresent();
        return consistent && seal.isPresent() && origin.isPresent()
                ? Optional.of(new MessageFacts(origin.get(), code, property(result, "signer"), seal.get(), unnamed))
                : Optional.empty();
    }

    private static Optional<Origin> origin(Result result) {
        return switch (property(result, "origin").orElse("")) {
            case "operator" ->
                property(result, "domain")
                        .flatMap(domain -> property(result, "dn").map(dn -> new Operator(domain, dn)));
            case "submitted" ->
                property(result, "mailbox")
                        .flatMap(mailbox -> property(result, "login").map(login -> new Submitted(mailbox, login)));
            default -> Optional.empty();
        };
    }

    private static Optional<Seal> seal(String code) {
        return Arrays.stream(Seal.values())
                .filter(seal -> seal.code().equals(code))
                .findFirst();
    }

    private static Optional<String> property(Result result, String name) {
        return Optional.ofNullable(result.properties().get(PREFIX + name)).flatMap(FactsHeader::decode);
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "-._@=,/".indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return encoded.toString();
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }
}
