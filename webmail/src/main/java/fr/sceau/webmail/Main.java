package fr.sceau.webmail;

import fr.sceau.webmail.config.ConfigReader;
import fr.sceau.webmail.config.PeerTrust;
import fr.sceau.webmail.config.WebmailConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the webmail of an installation. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String HELP = String.join(
            System.lineSeparator(),
            "Usage : java -cp \"webmail/target/lib/*\" fr.sceau.webmail.Main --home DOSSIER",
            "",
            "Sert le webmail de l'installation DOSSIER en HTTPS, sur webmail.port de conf/sceau.properties.",
            "Lit conf/sceau.properties, conf/secrets.properties, tls/server.p12 et tls/trust.p12.",
            "Codes de sortie : 0 arrêt demandé, 1 démarrage impossible, 2 arguments.");

    private Main() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (given.equals(List.of("--help")) || given.equals(List.of("-h"))) {
            out.println(HELP);
        } else if (given.size() == 2 && given.get(0).equals("--home")) {
            serve(Path.of(given.get(1)), out, err);
        } else {
            err.println(HELP);
            System.exit(USAGE);
        }
    }

    private static void serve(Path home, PrintStream out, PrintStream err) {
        try {
            ConfigReader reader = new ConfigReader(home);
            WebmailConfig config = reader.read();
            start(config, reader.tlsPassword());
            out.println("webmail ready https://" + config.hostname() + ":" + config.webmailPort() + "/");
        } catch (WebmailException e) {
            err.println(e.sentence());
            System.exit(FAILED);
        } catch (IOException e) {
            err.println("Le dossier des envois ne peut pas être préparé : " + home.resolve("webmail/uploads"));
            System.exit(FAILED);
        }
    }

    /** Runs until the context is closed or the program is stopped. */
    public static ConfigurableApplicationContext start(WebmailConfig config, String tlsPassword) throws IOException {
        SSLSocketFactory sockets = PeerTrust.sockets(config.trust(), tlsPassword.toCharArray());
        Uploads.prepare(config.uploads());
        SpringApplication application = new SpringApplication(WebmailApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(properties(config, tlsPassword));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(WebmailConfig.class, () -> config);
            beans.registerBean(SSLSocketFactory.class, () -> sockets);
        });
        return application.run();
    }

    private static Map<String, Object> properties(WebmailConfig config, String tlsPassword) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", config.bind());
        properties.put("server.port", config.webmailPort());
        properties.put("server.ssl.key-store", config.serverKey().toUri().toString());
        properties.put("server.ssl.key-store-type", "PKCS12");
        properties.put("server.ssl.key-store-password", tlsPassword);
        properties.put("spring.servlet.multipart.location", config.uploads().toString());
        properties.put("spring.servlet.multipart.max-file-size", config.messageMaxBytes() + "B");
        properties.put("spring.servlet.multipart.max-request-size", config.messageMaxBytes() + "B");
        return properties;
    }
}
