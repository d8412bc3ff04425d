package fr.sceau.directory.server;

import fr.sceau.directory.server.index.IndexException;
import fr.sceau.directory.server.ldap.LdapServer;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Runs the directory of an installation until it is told to stop. */
public final class Main {
    private static final int USAGE = 64; // as in sysexits.h
    private static final int UNAVAILABLE = 69;
    private static final int BAD_FILE = 78;
    private static final long LOOK_MILLIS = 2_000;

    /** Written out: to name it by its class would have that read before. */
    private static final String MESSAGE_SIZE =
            "com.unboundid.ldap.sdk.LDAPConnectionOptions.defaultMaxMessageSizeBytes";

    private static final String HELP = """
            usage: java -cp 'lib/*' fr.sceau.directory.server.Main --home DIR

            Serves the directory of the installation in DIR over LDAP and follows its files:
              DIR/conf/sceau.properties              directory.port, on 127.0.0.1; for others, if set, on bind:
                                                     ldap.port (StartTLS demanded) and ldaps.port
                                                     publication.url: where own mailboxes are published; empty: nowhere
              DIR/conf/secrets.properties            publication.key, if that service wants one; tls.password, for
              DIR/tls/server.p12                     the key for TLS, shown to the service of publication too
              DIR/conf/registry.tsv                  where extractions are fetched from; nowhere when there is none
              DIR/trust/anchors/                     who vouches for the registry's own servers
              DIR/directory/registry/                national extractions; the newest of each kind is imported
              DIR/directory/index/                   written: the country, in versions
              DIR/directory/own/mailboxes.tsv        the operator's mailboxes
              DIR/directory/own/certificates/        ADDRESS*.cer: certificates for encrypting mail to them
              DIR/directory/correspondents/bound/    certificates that were proved to be those of mailboxes of others
              DIR/trust/                             whose certificates are believed, and which are revoked; else none is served
              DIR/directory/learned/remises.tsv      what became of our mail, written by the mail server
              DIR/directory/publication/             written: what of our mailboxes is to be published, and was
              DIR/directory/quarantine/              written: which lines and files were left out, and why

            exit codes: 143 stopped by SIGTERM, 64 wrong usage, 69 cannot listen, 78 a file that cannot be used
            """;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.print(HELP);
        } else if (args.length == 2 && args[0].equals("--home") && Files.isDirectory(Path.of(args[1]))) {
            int code = run(Path.of(args[1]));
            if (code != 0) {
                System.exit(code);
            }
        } else {
            System.err.print(HELP);
            System.exit(USAGE);
        }
    }

    /** After StartTLS the SDK reads messages of its own default size, and makes room for what a client announces. */
    private static void boundMessages() {
        System.setProperty(MESSAGE_SIZE, String.valueOf(LdapServer.MESSAGE_BYTES));
    }

    private static int run(Path home) throws InterruptedException {
        boundMessages();
        try {
            Settings settings = Settings.read(home);
            RunningDirectory directory = RunningDirectory.start(
                    home.resolve("directory"), settings.entrances(), Clock.systemUTC(), LOOK_MILLIS, Limits.USUAL);
            Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "directory-stop"));
            System.out.println(
                    "directory ready ldap://127.0.0.1:" + directory.ports().get(0));
            new CountDownLatch(1).await(); // until SIGTERM
            return 0;
        } catch (RefusedFileException e) {
            System.err.println("directory: " + e.getMessage());
            return BAD_FILE;
        } catch (IndexException e) {
            System.err.println("directory: " + e);
            return BAD_FILE;
        } catch (IOException e) {
            System.err.println("directory: cannot start: " + e.getMessage());
            return UNAVAILABLE;
        }
    }
}
