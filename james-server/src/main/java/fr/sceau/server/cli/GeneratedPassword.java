package fr.sceau.server.cli;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords of 20 signs that can be read aloud: about 98 bits. */
final class GeneratedPassword {
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedPassword() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(i -> String.valueOf(SIGNS.charAt(i)))
                .collect(Collectors.joining());
    }
}
