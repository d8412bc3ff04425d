package fr.sceau.webmail.web;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns everything that goes wrong into a problem with a French sentence. The log gets classes and places, never a
 * message: texts of exceptions may quote mail.
 */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Problem> expected(WebmailException e) {
        if (e.getCause() != null && e.refusal().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.warn("{}: {}", e.refusal().code(), causes(e));
        }
        return Problem.of(e).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e) {
        return Problem.of(Refusal.TOO_LARGE).answer();
    }

    /** The edge: whatever was not foreseen is a fault of ours, unless the framework says it is the request's. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> unexpected(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null; // the browser left; there is nobody to answer
        }
        if (NestedExceptionUtils.getMostSpecificCause(e) instanceof WebmailException converted) {
            return expected(converted); // thrown while an address was read
        }
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            boolean missing = response.getStatusCode().value() == HttpStatus.NOT_FOUND.value();
            return Problem.of(missing ? Refusal.NOT_FOUND : Refusal.BAD_REQUEST).answer();
        }
        if (e instanceof HttpMessageNotReadableException || e instanceof TypeMismatchException) {
            return Problem.of(Refusal.BAD_REQUEST).answer();
        }
        LOG.error("fault: {}", causes(e));
        return Problem.of(Refusal.FAULT).answer();
    }

    private static String causes(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable current = thrown;
        for (int depth = 0; current != null && depth < 5; depth++, current = current.getCause()) {
            text.append(depth == 0 ? "" : " <- ").append(current.getClass().getName());
            Arrays.stream(current.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("fr.sceau."))
                    .findFirst()
                    .ifPresent(frame -> text.append(" at ").append(frame));
        }
        return text.toString();
    }
}
