package fr.sceau.mailets.operators;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an operator takes mail when it is not to be looked up in the DNS. */
public record Gateway(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9.-]+):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    static Optional<Gateway> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group(2));
        return port < 1 || port > HIGHEST_PORT ? Optional.empty() : Optional.of(new Gateway(matcher.group(1), port));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
