package fr.sceau.agent;

/** What the process says to the script that started it. */
public enum ExitCode {
    /** Everything was accepted. */
    DONE(0),
    /** Everything was answered, some of it by a refusal. */
    REFUSALS(2),
    /** Something still has to be sent: run the same command again. */
    UNFINISHED(3),
    /** The command, a file it names or the recipients table is wrong; nothing was sent. */
    USAGE(64);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
