package fr.sceau.directory.server.publishing;

import java.time.Duration;

/** What the registry made of a request. Reasons are for the operator, in French. */
public sealed interface Outcome {
    /** @param receipt by which the registry knows the request */
    record Accepted(String receipt) implements Outcome {}

    /** The same again would be refused again: somebody has to look. */
    record Refused(String reason) implements Outcome {}

    /** For no reason of the mailbox: to be asked again. @param atLeast what the service asked for, or nothing */
    record Later(String reason, Duration atLeast) implements Outcome {}
}
