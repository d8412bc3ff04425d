package fr.sceau.agent.ledger;

import java.time.Instant;

/**
 * One sealed message and its state.
 *
 * @param id identifies the message, also as ENVID
 * @param file name of the source file
 * @param recipient its only recipient
 * @param sourceDigest SHA-256 of the source file
 * @param sealedDigest SHA-256 of the sealed bytes
 * @param messageId with its angle brackets
 * @param encrypted whether it is sealed for the recipient's eyes only
 * @param state where it stands
 * @param reason the server's words for a refusal, or empty
 * @param receipt what the receipts say, or empty
 * @param changed when the state changed last
 */
public record LedgerEntry(
        String id,
        String file,
        String recipient,
        String sourceDigest,
        String sealedDigest,
        String messageId,
        boolean encrypted,
        State state,
        String reason,
        String receipt,
        Instant changed) {

    LedgerEntry in(State newState, String newReason, Instant at) {
        return new LedgerEntry(
                id,
                file,
                recipient,
                sourceDigest,
                sealedDigest,
                messageId,
                encrypted,
                newState,
                newReason,
                receipt,
                at);
    }

    LedgerEntry received(String newReceipt) {
        return new LedgerEntry(
                id,
                file,
                recipient,
                sourceDigest,
                sealedDigest,
                messageId,
                encrypted,
                state,
                reason,
                newReceipt,
                changed);
    }
}
