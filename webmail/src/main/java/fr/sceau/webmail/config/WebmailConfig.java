package fr.sceau.webmail.config;

import java.nio.file.Path;

/**
 * The webmail's share of {@code conf/sceau.properties}.
 *
 * @param home folder of the installation
 * @param authservId {@code authserv-id}: the name under which our own server signs its Authentication-Results
 * @param hostname {@code hostname}: name of the servers, as their TLS certificate says it
 * @param bind {@code bind}: address on which the pages are served
 * @param webmailPort {@code webmail.port}: HTTPS
 * @param imapsPort {@code imaps.port}: IMAP over TLS
 * @param submissionsPort {@code submissions.port}: submission over TLS
 * @param directoryPort {@code directory.port}: LDAP
 * @param messageMaxBytes {@code message.max-bytes}: largest message as sent, attachments encoded
 */
public record WebmailConfig(
        Path home,
        String authservId,
        String hostname,
        String bind,
        int webmailPort,
        int imapsPort,
        int submissionsPort,
        int directoryPort,
        long messageMaxBytes) {

    /** Key and certificate of the HTTPS server. */
    public Path serverKey() {
        return home.resolve("tls/server.p12");
    }

    /** Anchors for the TLS certificates of the mail servers. */
    public Path trust() {
        return home.resolve("tls/trust.p12");
    }

    /** Where uploads wait while they are sent: only ours to read, emptied at each start. */
    public Path uploads() {
        return home.resolve("webmail/uploads");
    }
}
