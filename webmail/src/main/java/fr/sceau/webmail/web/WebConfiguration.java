package fr.sceau.webmail.web;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.MailFolder;
import fr.sceau.webmail.mailbox.MessageId;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How addresses are read, and how the built pages are served. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, MailFolder.class, slug -> MailFolder.of(slug)
                .orElseThrow(() -> new WebmailException(Refusal.NOT_FOUND)));
        registry.addConverter(String.class, MessageId.class, text -> MessageId.parse(text)
                .orElseThrow(() -> new WebmailException(Refusal.NO_SUCH_MESSAGE)));
    }

    /** The names of the built files contain a digest of their content, so they never change. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/app/assets/**")
                .addResourceLocations("classpath:/static/app/assets/")
                .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
    }
}
