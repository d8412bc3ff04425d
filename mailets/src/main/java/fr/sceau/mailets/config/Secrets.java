package fr.sceau.mailets.config;

import java.nio.file.Path;

/** Passwords of the key files. Shown nowhere. */
public final class Secrets {
    private final String keysPassword;
    private final String tlsPassword;

    public Secrets(String keysPassword, String tlsPassword) {
        this.keysPassword = keysPassword;
        this.tlsPassword = tlsPassword;
    }

    static Secrets read(Path file) {
        PropertiesFile properties = PropertiesFile.read(file);
        return new Secrets(properties.required("keys.password"), properties.required("tls.password"));
    }

    /** Opens {@code keys/*.p12}. */
    public char[] keysPassword() {
        return keysPassword.toCharArray();
    }

    /** Opens {@code tls/*.p12}. */
    public char[] tlsPassword() {
        return tlsPassword.toCharArray();
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
