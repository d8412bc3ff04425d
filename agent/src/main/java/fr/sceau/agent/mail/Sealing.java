package fr.sceau.agent.mail;

import java.nio.file.Path;

/** What came of the attempt to seal a message. */
public sealed interface Sealing {
    /** The bytes to send are in this file. */
    record Sealed(Path file) implements Sealing {}

    /** Not to be sent at all. */
    record Impossible(String reason) implements Sealing {}

    /** Not now. */
    record Later(String reason) implements Sealing {}
}
