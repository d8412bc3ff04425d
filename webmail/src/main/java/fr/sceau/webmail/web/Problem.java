package fr.sceau.webmail.web;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal on the wire (RFC 9457).
 *
 * @param code {@link Refusal#code()}
 * @param detail the sentence for people
 */
record Problem(String title, int status, String code, String detail) {
    static Problem of(Refusal refusal) {
        return new Problem(refusal.code(), refusal.status(), refusal.code(), refusal.sentence());
    }

    static Problem of(WebmailException e) {
        Refusal refusal = e.refusal();
        return new Problem(refusal.code(), refusal.status(), refusal.code(), e.sentence());
    }

    ResponseEntity<Problem> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }
}
