package fr.sceau.directory.server.publishing;

import com.unboundid.util.json.JSONArray;
import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import com.unboundid.util.json.JSONString;
import com.unboundid.util.json.JSONValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an answer of the announced interface means. */
final class Answer {
    /** FHIR R4 http 3.1.0.1.13: known to both sides. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final int LONGEST_REASON = 200;

    private Answer() {}

    /** @param id of the request, if the service gives none */
    static Outcome outcome(HttpResponse<byte[]> answer, String id) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            String known = answer.headers().firstValue(REQUEST_ID).orElse(id);
            String version =
                    answer.headers().firstValue("ETag").map(tag -> " " + tag).orElse("");
            return new Outcome.Accepted(cut(known + version));
        }
        Optional<String> later = later(status);
        return later.isPresent()
                ? new Outcome.Later("HTTP " + status + " : " + later.get(), asked(answer))
                : new Outcome.Refused("HTTP " + status + " : " + cut(refusal(status) + said(answer.body())));
    }

    /** What is no matter of this mailbox. */
    private static Optional<String> later(int status) {
        return switch (status) {
            case 401, 403 -> Optional.of("clé d'accès ou certificat non admis");
            case 408 -> Optional.of("pas de réponse à temps");
            case 429 -> Optional.of("trop de demandes");
            default ->
                status / 100 == 4
                        ? Optional.empty()
                        : Optional.of(
                                status / 100 == 5 ? "service en panne" : "publication.url n'est pas celle du service");
        };
    }

    private static String refusal(int status) {
        return switch (status) {
            case 404 -> "titulaire ou structure inconnus de l'annuaire national";
            case 412 -> "plusieurs titulaires ou structures sous ce numéro";
            default -> "refusée";
        };
    }

    /** RFC 9110 10.2.3; a date is not looked at: the usual pauses are then kept. */
    private static Duration asked(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    /** What an OperationOutcome says, or nothing. */
    private static String said(byte[] body) {
        try {
            JSONObject outcome = new JSONObject(new String(body, StandardCharsets.UTF_8));
            return issues(outcome).stream()
                    .flatMap(issue -> text(issue).stream())
                    .findFirst()
                    .map(text -> " (" + text + ")")
                    .orElse("");
        } catch (JSONException e) {
            return "";
        }
    }

    private static List<JSONObject> issues(JSONObject outcome) {
        return outcome.getField("issue") instanceof JSONArray issues
                ? issues.getValues().stream()
                        .filter(JSONObject.class::isInstance)
                        .map(JSONObject.class::cast)
                        .toList()
                : List.of();
    }

    private static Optional<String> text(JSONObject issue) {
        JSONValue details = issue.getField("details");
        Optional<String> text =
                details instanceof JSONObject object ? string(object.getField("text")) : Optional.empty();
        return text.or(() -> string(issue.getField("diagnostics")));
    }

    private static Optional<String> string(Object value) {
        return value instanceof JSONString string ? Optional.of(string.stringValue()) : Optional.empty();
    }

    /** It is shown on terminals. */
    private static String cut(String text) {
        String plain = text.replaceAll("\\p{C}+", " ");
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) + "…" : plain;
    }
}
