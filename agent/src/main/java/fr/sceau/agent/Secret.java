package fr.sceau.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password, which no log and no exception shows. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The first line of a file. */
    public static Secret inFile(Path file) throws AgentException {
        try {
            return new Secret(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new AgentException(ExitCode.USAGE, "fichier de mot de passe illisible : " + file, e);
        }
    }

    /** The password itself, for the one who presents it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
