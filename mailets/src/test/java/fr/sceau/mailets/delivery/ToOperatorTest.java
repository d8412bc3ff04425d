package fr.sceau.mailets.delivery;

import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PKI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.Workplace;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.metrics.api.Metric;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.metrics.api.TimeMetric;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.queue.memory.MemoryMailQueueFactory;
import org.apache.james.transport.mailets.RemoteDelivery;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way out, against a real TLS peer on the loopback. */
final class ToOperatorTest {
    private static final Workplace PARTNER_HOUSE = Workplace.of("1990000009", "PARTENAIRE");
    private static final Issued OURS = PKI.organisation(Workplace.of(World.CHU, "CHU DE L'EXEMPLE"), "mx.exemple")
            .tls(List.of("localhost"));

    @TempDir
    Path home = Path.of("");

    private final FakeMailContext context = FakeMailContext.defaultContext();
    private @Nullable ToOperator step;
    private Mail mail =
            org.apache.james.server.core.MailImpl.builder().name("none").build();

    @BeforeEach
    void write() throws Exception {
        char[] password = "secret".toCharArray();
        Pkcs12File.write(home.resolve("tls/server.p12"), password, Map.of("server", OURS));
        Pkcs12File.writeAnchors(home.resolve("tls/trust.p12"), password, PKI.anchors());
    }

    @AfterEach
    void stop() {
        if (step != null) {
            step.destroy();
        }
    }

    private void send(SmtpSink sink) throws Exception {
        stop();
        mail = Mails.submitted(LAB, Mails.clear(LAB, PARTNER), PARTNER);
        World world = new World(home);
        Path table = Files.writeString(
                home.resolve("conf/operators.tsv"), "partenaire.mssante.test\tCN=x\tlocalhost:" + sink.port() + "\n");
        MemoryMailQueueFactory queues = new MemoryMailQueueFactory(new RawMailQueueItemDecoratorFactory());
        ToOperator started = new ToOperator(
                world.configuration,
                Operators.read(table),
                () -> new RemoteDelivery(dns(), proxy(DomainList.class, ""), queues, metrics()));
        step = started;
        started.init(FakeMailetConfig.builder()
                .mailetContext(context)
                .setProperty("onSuccess", "sent")
                .setProperty("bounceProcessor", "returned")
                .setProperty("delayTime", "5*1 hour")
                .build());
        started.service(mail);
    }

    private static DNSService dns() {
        return (DNSService) Proxy.newProxyInstance(
                DNSService.class.getClassLoader(),
                new Class<?>[] {DNSService.class},
                (self, method, arguments) -> method.getName().equals("getAllByName")
                        ? List.of(InetAddress.getByName("127.0.0.1"))
                        : InetAddress.getByName("127.0.0.1"));
    }

    private static MetricFactory metrics() {
        return (MetricFactory) Proxy.newProxyInstance(
                MetricFactory.class.getClassLoader(),
                new Class<?>[] {MetricFactory.class},
                (self, method, args) ->
                        method.getName().equals("generate") ? proxy(Metric.class, "") : proxy(TimeMetric.class, ""));
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, Object answer) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> method.getReturnType().isInstance(answer) ? answer : null);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    @Test
    void mail_goes_over_tls_under_our_certificate_and_its_bytes_arrive() throws Exception {
        Issued theirs = PKI.organisation(PARTNER_HOUSE, "localhost").tls(List.of("localhost"));
        try (SmtpSink sink = new SmtpSink(home, theirs, PKI.anchors(), true)) {
            send(sink);
            await(() -> !context.getSentMails().isEmpty());

            assertThat(sink.peers)
                    .containsExactly(
                            OURS.certificate().getSubjectX500Principal().getName());
            assertThat(sink.commands)
                    .contains("RCPT TO:<" + PARTNER + ">", "Glycemie 0,92 g/l", "..Ligne qui commence par un point");
            assertThat(context.getSentMails()).singleElement().satisfies(sent -> assertThat(sent.getState())
                    .isEqualTo("sent"));
            assertThat(mail.getState()).isEqualTo(Mail.GHOST);
        }
    }

    @Test
    void nothing_is_said_of_the_mail_to_a_peer_without_tls() throws Exception {
        Issued theirs = PKI.organisation(PARTNER_HOUSE, "localhost").tls(List.of("localhost"));
        try (SmtpSink sink = new SmtpSink(home, theirs, PKI.anchors(), false)) {
            refusedByUs(sink);
        }
    }

    @Test
    void nothing_is_said_of_the_mail_to_a_peer_of_another_name_or_another_authority() throws Exception {
        Issued elsewhere = PKI.organisation(PARTNER_HOUSE, "mx.autre.test").tls(List.of("mx.autre.test"));
        try (SmtpSink sink = new SmtpSink(home, elsewhere, PKI.anchors(), true)) {
            refusedByUs(sink);
        }
        Issued rogue = PKI.rogue().organisation(PARTNER_HOUSE, "localhost").tls(List.of("localhost"));
        try (SmtpSink sink = new SmtpSink(home, rogue, PKI.anchors(), true)) {
            refusedByUs(sink);
        }
    }

    private void refusedByUs(SmtpSink sink) throws Exception {
        send(sink);
        await(() -> sink.commands.stream().anyMatch(line -> line.startsWith("EHLO")));
        Thread.sleep(500);
        assertThat(sink.commands).anyMatch(line -> line.startsWith("EHLO"));
        assertThat(sink.commands).noneMatch(line -> line.startsWith("MAIL") || line.contains("Glycemie"));
        assertThat(context.getSentMails())
                .as("neither sent nor bounced: tried again later")
                .isEmpty();
    }
}
