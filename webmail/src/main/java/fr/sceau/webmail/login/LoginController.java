package fr.sceau.webmail.login;

import fr.sceau.webmail.config.WebmailConfig;
import fr.sceau.webmail.mailbox.Correspondent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Log in, log out, and who is logged in. */
@RestController
@RequestMapping("/api/session")
final class LoginController {
    private final Entrance entrance;
    private final SecurityContextRepository contexts;
    private final SessionAuthenticationStrategy renewal;
    private final WebmailConfig config;

    LoginController(
            Entrance entrance,
            SecurityContextRepository contexts,
            SessionAuthenticationStrategy renewal,
            WebmailConfig config) {
        this.entrance = entrance;
        this.contexts = contexts;
        this.renewal = renewal;
        this.config = config;
    }

    /** What the page must know before it shows anything; {@code csrf} goes back in the header X-CSRF-TOKEN. */
    record State(String csrf, Optional<Correspondent> self, long messageMaxBytes) {}

    /** What is typed to log in. */
    record Typed(String login, String password) {
        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping
    State state(
            CsrfToken token,
            @SessionAttribute(name = MailSession.KEY, required = false) @Nullable MailSession session) {
        return new State(
                token.getToken(), Optional.ofNullable(session).map(MailSession::self), config.messageMaxBytes());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(@RequestBody Typed typed, HttpServletRequest request, HttpServletResponse response) {
        MailSession session = entrance.enter(typed.login(), typed.password(), request.getRemoteAddr());
        Authentication person = UsernamePasswordAuthenticationToken.authenticated(
                session.credentials().login(), null, List.of());
        renewal.onAuthentication(person, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        contexts.saveContext(context, request, response);
        request.getSession().setAttribute(MailSession.KEY, session);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
