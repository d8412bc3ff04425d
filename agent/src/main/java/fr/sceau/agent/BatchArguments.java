package fr.sceau.agent;

import fr.sceau.agent.batch.BatchOptions;
import fr.sceau.agent.mail.ServerAccess;
import fr.sceau.agent.mail.TlsMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code batch}, as picocli fills them. */
@SuppressWarnings("NullAway.Init") // required options are set before they are read
final class BatchArguments {
    @Parameters(index = "0", paramLabel = "DOSSIER", description = "fichiers de résultats et table des destinataires")
    private Path folder;

    @Option(names = "--server", required = true, paramLabel = "HÔTE", description = "service d'envoi de l'opérateur")
    private String server;

    @Option(names = "--port", paramLabel = "N", description = "port (587 en STARTTLS, 465 en TLS)")
    private int port;

    @Option(names = "--tls", defaultValue = "STARTTLS", paramLabel = "MODE", description = "starttls (défaut) ou tls")
    private TlsMode tls;

    @Option(
            names = "--trust",
            paramLabel = "FICHIER",
            description = "autorités du certificat du serveur : PEM, DER ou PKCS#12 (défaut : celles de Java)")
    private @Nullable Path trust;

    @Option(
            names = "--trust-password-file",
            paramLabel = "FICHIER",
            description = "mot de passe d'un fichier --trust PKCS#12")
    private @Nullable Path trustPassword;

    @Option(names = "--login", paramLabel = "NOM", description = "identifiant (défaut : l'adresse --from)")
    private @Nullable String login;

    @Option(
            names = "--password-file",
            paramLabel = "FICHIER",
            description = "mot de passe du serveur (sinon variable SCEAU_PASSWORD)")
    private @Nullable Path password;

    @Option(names = "--from", required = true, paramLabel = "ADRESSE", description = "adresse du laboratoire")
    private String from;

    @Option(
            names = "--p12",
            required = true,
            paramLabel = "FICHIER",
            description = "clé de signature du laboratoire (PKCS#12)")
    private Path p12;

    @Option(
            names = "--p12-password-file",
            paramLabel = "FICHIER",
            description = "son mot de passe (sinon variable SCEAU_P12_PASSWORD)")
    private @Nullable Path p12Password;

    @Option(
            names = "--ldap",
            paramLabel = "HÔTE:PORT",
            description = "annuaire des destinataires ; sans lui rien n'est chiffré")
    private @Nullable HostPort ldap;

    @Option(
            names = "--certificates-trust",
            paramLabel = "DOSSIER",
            description = "autorités des certificats des destinataires (anchors, intermediates, crl)")
    private @Nullable Path certificatesTrust;

    @Option(names = "--test-certificates", description = "accepte les certificats de test (avec --certificates-trust)")
    private boolean testCertificates;

    @Option(
            names = "--imap",
            paramLabel = "HÔTE:PORT",
            description = "boîte du laboratoire, pour y lire les accusés de remise")
    private @Nullable HostPort imap;

    @Option(names = "--imap-tls", defaultValue = "TLS", paramLabel = "MODE", description = "tls (défaut) ou starttls")
    private TlsMode imapTls;

    @Option(
            names = "--wait-receipts",
            defaultValue = "0s",
            paramLabel = "DURÉE",
            description = "attente des accusés : 30s, 5m, 1h (défaut : un seul coup d'œil)")
    private Duration waitReceipts;

    @Option(
            names = "--patience",
            defaultValue = "5m",
            paramLabel = "DURÉE",
            description = "attente d'un serveur absent ou occupé (défaut : 5m)")
    private Duration patience;

    @Option(names = "--retry-refused", description = "présente de nouveau ce que le serveur a refusé")
    private boolean retryRefused;

    @Option(names = "--report", paramLabel = "FICHIER.csv", description = "rapport à écrire")
    private @Nullable Path report;

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    BatchOptions toOptions() throws AgentException {
        Secret secret = secret(password, "SCEAU_PASSWORD", "--password-file");
        String name = login == null ? from : login;
        int defaultPort = tls == TlsMode.TLS ? 465 : 587; // RFC 8314 3.3, RFC 6409 3.1
        ServerAccess submission = new ServerAccess(server, port == 0 ? defaultPort : port, tls, name, secret);
        Optional<HostPort> directory = Optional.ofNullable(ldap);
        return new BatchOptions(
                folder,
                from,
                submission,
                Optional.ofNullable(trust),
                trustPassword == null ? Optional.empty() : Optional.of(Secret.inFile(trustPassword)),
                p12,
                secret(p12Password, "SCEAU_P12_PASSWORD", "--p12-password-file"),
                directory.map(HostPort::host),
                directory.map(HostPort::port).orElse(0),
                Optional.ofNullable(certificatesTrust),
                testCertificates,
                Optional.ofNullable(imap).map(box -> new ServerAccess(box.host(), box.port(), imapTls, name, secret)),
                waitReceipts,
                patience,
                retryRefused,
                report());
    }

    private static Secret secret(@Nullable Path file, String variable, String option) throws AgentException {
        if (file != null) {
            return Secret.inFile(file);
        }
        String value = System.getenv(variable);
        if (value == null) {
            throw new AgentException(ExitCode.USAGE, "mot de passe absent : " + option + " ou variable " + variable);
        }
        return Secret.of(value);
    }
}
