package fr.sceau.agent.batch;

import fr.sceau.agent.Secret;
import fr.sceau.agent.mail.ServerAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to send a batch.
 *
 * @param folder result files and recipients table
 * @param from the laboratory's address
 * @param submission the operator's submission service
 * @param serverTrust file of the authorities that vouch for its certificate; without it, those of the Java platform
 * @param serverTrustPassword when that file is PKCS#12
 * @param signingKey PKCS#12 file with the laboratory's signature key
 * @param signingKeyPassword of that file
 * @param ldapHost directory of the recipients; without it nothing is encrypted
 * @param certificateTrust folder (anchors, intermediates, crl) to judge recipients' certificates by
 * @param testCertificates whether certificates of the TEST category may serve
 * @param receipts where the laboratory's own mailbox is read
 * @param waitForReceipts how long at most
 * @param patience how long to go on when the server takes nothing
 * @param retryRefused offers again what the server refused before
 * @param report CSV file to write
 */
public record BatchOptions(
        Path folder,
        String from,
        ServerAccess submission,
        Optional<Path> serverTrust,
        Optional<Secret> serverTrustPassword,
        Path signingKey,
        Secret signingKeyPassword,
        Optional<String> ldapHost,
        int ldapPort,
        Optional<Path> certificateTrust,
        boolean testCertificates,
        Optional<ServerAccess> receipts,
        Duration waitForReceipts,
        Duration patience,
        boolean retryRefused,
        Optional<Path> report) {

    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(5);

    /** The least that is needed: no directory, no receipts, no report. */
    public static BatchOptions of(
            Path folder, String from, ServerAccess submission, Path serverTrust, Path signingKey, Secret keyPassword) {
        return new BatchOptions(
                folder,
                from,
                submission,
                Optional.of(serverTrust),
                Optional.empty(),
                signingKey,
                keyPassword,
                Optional.empty(),
                0,
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ZERO,
                DEFAULT_PATIENCE,
                false,
                Optional.empty());
    }

    /** The same, with a directory to encrypt by. */
    public BatchOptions withDirectory(String host, int port) {
        return new BatchOptions(
                folder,
                from,
                submission,
                serverTrust,
                serverTrustPassword,
                signingKey,
                signingKeyPassword,
                Optional.of(host),
                port,
                certificateTrust,
                testCertificates,
                receipts,
                waitForReceipts,
                patience,
                retryRefused,
                report);
    }

    /** The same, looking for receipts afterwards. */
    public BatchOptions withReceipts(ServerAccess mailbox, Duration howLong) {
        return new BatchOptions(
                folder,
                from,
                submission,
                serverTrust,
                serverTrustPassword,
                signingKey,
                signingKeyPassword,
                ldapHost,
                ldapPort,
                certificateTrust,
                testCertificates,
                Optional.of(mailbox),
                howLong,
                patience,
                retryRefused,
                report);
    }
}
