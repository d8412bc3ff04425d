package fr.sceau.mailets.config;

import fr.sceau.smime.keys.Pin;
import java.nio.file.Path;
import java.util.Optional;

/** Passwords of the key files and the PIN of the token. Shown nowhere. */
public final class Secrets {
    private final String keysPassword;
    private final String tlsPassword;
    private final Optional<Pin> pin;

    private Secrets(String keysPassword, String tlsPassword, Optional<Pin> pin) {
        this.keysPassword = keysPassword;
        this.tlsPassword = tlsPassword;
        this.pin = pin;
    }

    /** @param token whether there is one, which needs its PIN */
    static Secrets read(Path file, boolean token) {
        PropertiesFile properties = PropertiesFile.read(file);
        return new Secrets(
                properties.required("keys.password"),
                properties.required("tls.password"),
                token ? Optional.of(Pin.of(properties.required("pkcs11.pin"))) : Optional.empty());
    }

    /** Opens {@code keys/*.p12}. */
    public char[] keysPassword() {
        return keysPassword.toCharArray();
    }

    /** Opens {@code tls/*.p12}. */
    public char[] tlsPassword() {
        return tlsPassword.toCharArray();
    }

    /** Opens the token; there whenever there is a token. */
    public Optional<Pin> pin() {
        return pin;
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
