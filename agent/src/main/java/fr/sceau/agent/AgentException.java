package fr.sceau.agent;

/** The work cannot start or go on; the message, in French, is for the person at the keyboard and names no patient. */
public final class AgentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public AgentException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public AgentException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
