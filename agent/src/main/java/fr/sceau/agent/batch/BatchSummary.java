package fr.sceau.agent.batch;

import fr.sceau.agent.ExitCode;

/**
 * How a batch stands, or ended.
 *
 * @param total messages the table asks for
 * @param accepted by the server, in this run or before
 * @param refused by the server, or impossible to send
 * @param encrypted of those accepted
 * @param receipts how many of those accepted have one
 */
public record BatchSummary(int total, int accepted, int refused, int encrypted, int receipts) {
    public int remaining() {
        return total - accepted - refused;
    }

    public ExitCode exitCode() {
        if (remaining() > 0) {
            return ExitCode.UNFINISHED;
        }
        return refused > 0 ? ExitCode.REFUSALS : ExitCode.DONE;
    }
}
