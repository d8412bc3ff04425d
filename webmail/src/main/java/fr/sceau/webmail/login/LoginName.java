package fr.sceau.webmail.login;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A login. {@code claire.martin@domain} opens her own mailbox; {@code leila.benali+cardiologie@domain} is Leïla Benali
 * who opens the mailbox of her service {@code cardiologie@domain} under her own name.
 */
record LoginName(String login, String mailbox) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9._-]{1,64})(?:\\+([a-z0-9._-]{1,64}))?@([a-z0-9.-]{1,253})");

    static Optional<LoginName> parse(String typed) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = FORM.matcher(login);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String local = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(1));
        return Optional.of(new LoginName(login, local + "@" + matcher.group(3)));
    }
}
