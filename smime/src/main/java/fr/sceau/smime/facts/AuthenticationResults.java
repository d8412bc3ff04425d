package fr.sceau.smime.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An {@code Authentication-Results} value. RFC 8601 2.2
 *
 * @param authservId who speaks; whether to believe it is the reader's question
 */
record AuthenticationResults(String authservId, List<Result> results) {
    AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * One method's result.
     *
     * @param properties by {@code ptype.property} in lower case
     */
    record Result(String method, String outcome, Optional<String> reason, Map<String, String> properties) {
        Result {
            properties = Map.copyOf(properties);
        }
    }

    /** Empty if the value does not follow the grammar from start to end: half a header is not half believed. */
    static Optional<AuthenticationResults> parse(String value) {
        ResultTokens tokens = new ResultTokens(value);
        Optional<String> authservId = tokens.word();
        if (authservId.isEmpty()
                || tokens.word().filter(version -> !version.equals("1")).isPresent()) {
            return Optional.empty();
        }
        List<Result> results = new ArrayList<>();
        while (tokens.skip(';')) {
            if (!tokens.noResult()) {
                Optional<Result> result = result(tokens);
                if (result.isEmpty()) {
                    return Optional.empty();
                }
                results.add(result.get());
            }
        }
        return tokens.atEnd() ? Optional.of(new AuthenticationResults(authservId.get(), results)) : Optional.empty();
    }

    /** {@code method[/version]=result [reason=value] (ptype.property=value)*}. */
    private static Optional<Result> result(ResultTokens tokens) {
        Optional<String> method = tokens.word();
        Optional<String> outcome = tokens.skip('=') ? tokens.word() : Optional.empty();
        if (method.isEmpty() || outcome.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> properties = new HashMap<>();
        Optional<String> name = tokens.word();
        while (name.isPresent()) {
            Optional<String> text = tokens.skip('=') ? tokens.word() : Optional.empty();
            if (text.isEmpty() || properties.put(name.get().toLowerCase(Locale.ROOT), text.get()) != null) {
                return Optional.empty();
            }
            name = tokens.word();
        }
        Optional<String> reason = Optional.ofNullable(properties.remove("reason"));
        return Optional.of(new Result(method.get(), outcome.get(), reason, properties));
    }
}
