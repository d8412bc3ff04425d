package fr.sceau.webmail;

import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.webmail.config.WebmailConfig;
import fr.sceau.webmail.mailbox.ImapServer;
import fr.sceau.webmail.verdict.OwnResults;
import fr.sceau.webmail.writing.SubmissionServer;
import java.net.InetAddress;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The parts of the webmail and how they are joined. {@link WebmailConfig} and the sockets come from {@link Main}.
 *
 * <p>Automatic configuration is limited to what is used: it starts faster, and the rest cannot surprise (the one for
 * users would make up a login and print its password).
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SslAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
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

    /** The directory listens on this machine only, whatever the public name of the servers. */
    @Bean
    LdapDirectory directory(WebmailConfig config) {
        return new LdapDirectory(InetAddress.getLoopbackAddress().getHostAddress(), config.directoryPort());
    }

    @Bean
    OwnResults ownResults(WebmailConfig config) {
        return new OwnResults(config.authservId());
    }
}
