package fr.sceau.webmail;

import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.webmail.config.WebmailConfig;
import fr.sceau.webmail.mailbox.ImapServer;
import fr.sceau.webmail.verdict.OwnResults;
import fr.sceau.webmail.writing.SubmissionServer;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The parts of the webmail and how they are joined. {@link WebmailConfig} and the sockets come from {@link Main}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
public class WebmailApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ImapServer imapServer(WebmailConfig config, SSLSocketFactory sockets) {
        return new ImapServer(config.hostname(), config.imapsPort(), sockets);
    }

    @Bean
    SubmissionServer submissionServer(WebmailConfig config, SSLSocketFactory sockets) {
        return new SubmissionServer(config.hostname(), config.submissionsPort(), sockets);
    }

    @Bean
    LdapDirectory directory(WebmailConfig config) {
        return new LdapDirectory(config.hostname(), config.directoryPort());
    }

    @Bean
    OwnResults ownResults(WebmailConfig config) {
        return new OwnResults(config.authservId());
    }
}
