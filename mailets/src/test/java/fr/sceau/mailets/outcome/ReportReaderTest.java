package fr.sceau.mailets.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.outcome.DeliveryReport.Arrived;
import fr.sceau.mailets.outcome.DeliveryReport.Failed;
import fr.sceau.mailets.outcome.Failure.Blame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What notices say, and what thousands of bent ones may at most say. */
final class ReportReaderTest {
    private static final int CHANGES = 2_000;

    private static byte[] notice(String name) throws IOException {
        try (InputStream in = ReportReaderTest.class.getResourceAsStream("notices/" + name + ".eml")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Optional<DeliveryReport> read(String text) throws IOException {
        return ReportReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String status(String fields) {
        return "Content-Type: message/delivery-status\r\n\r\n" + fields;
    }

    private static String failed(String address) {
        return "Final-Recipient: rfc822; " + address + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n";
    }

    @Test
    void each_address_has_its_fate() throws Exception {
        assertThat(ReportReader.read(new ByteArrayInputStream(notice("failed"))))
                .hasValue(new DeliveryReport(
                        "<r1@exemple.mssante.test>",
                        List.of(
                                new Failed("docteur@partenaire.mssante.test", new Failure("5.1.1", Blame.CLOSED)),
                                new Failed("autre@partenaire.mssante.test", new Failure("5.3.4", Blame.MESSAGE)),
                                new Arrived("encore@partenaire.mssante.test", false))));
        assertThat(ReportReader.read(new ByteArrayInputStream(notice("processed"))))
                .hasValue(new DeliveryReport(
                        "<r1@exemple.mssante.test>", List.of(new Arrived("docteur@partenaire.mssante.test", true))));
        assertThat(ReportReader.read(new ByteArrayInputStream(notice("error"))))
                .hasValue(new DeliveryReport(
                        "<r1@exemple.mssante.test>", List.of(new Arrived("docteur@partenaire.mssante.test", false))));
        assertThat(ReportReader.read(new ByteArrayInputStream(notice("forwarded"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\0b@x.test", "a\u0085b@x.test", "a\u2028b@x.test", "a\u00a0b@x.test", "a@b@x.test", "@x.test"})
    void what_no_address_is_says_nothing(String address) throws Exception {
        assertThat(read(status(failed(address)))).isEmpty();
    }

    @Test
    void an_address_is_as_long_as_a_path_may_be() throws Exception {
        assertThat(read(status(failed("a".repeat(247) + "@x.test")))).isPresent();
        assertThat(read(status(failed("a".repeat(248) + "@x.test")))).isEmpty();
    }

    @Test
    void one_notice_does_not_speak_of_thousands() throws Exception {
        String part = "--b\r\n" + status(failed("a@x.test").repeat(500));
        String notice = "MIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n" + part.repeat(5)
                + "--b--\r\n";
        assertThat(read(notice).orElseThrow().about().size()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "processed", "error", "forwarded"})
    void a_bent_notice_says_nothing_that_a_notice_cannot(String name) throws Exception {
        Random random = new Random(7);
        byte[] honest = notice(name);
        NoticeFuzz.fuzzerTestOneInput(honest);
        for (int i = 0; i < CHANGES; i++) {
            byte[] bent = honest;
            for (int change = random.nextInt(4); change >= 0; change--) {
                bent = bent(bent, random);
            }
            NoticeFuzz.fuzzerTestOneInput(bent);
        }
    }

    /** One octet replaced, a stretch taken out, or one put in again elsewhere. */
    private static byte[] bent(byte[] octets, Random random) {
        int at = random.nextInt(octets.length);
        int end = Math.min(octets.length, at + 1 + random.nextInt(40));
        int to = random.nextInt(octets.length);
        byte[] stretch = Arrays.copyOfRange(octets, at, end);
        return switch (random.nextInt(3)) {
            case 0 -> joined(Arrays.copyOf(octets, at), new byte[] {(byte) random.nextInt(256)}, tail(octets, at + 1));
            case 1 -> joined(Arrays.copyOf(octets, at), new byte[0], tail(octets, Math.min(end, octets.length - 1)));
            default -> joined(Arrays.copyOf(octets, to), stretch, tail(octets, to));
        };
    }

    private static byte[] tail(byte[] octets, int from) {
        return Arrays.copyOfRange(octets, from, octets.length);
    }

    private static byte[] joined(byte[] before, byte[] between, byte[] after) {
        byte[] all = Arrays.copyOf(before, before.length + between.length + after.length);
        System.arraycopy(between, 0, all, before.length, between.length);
        System.arraycopy(after, 0, all, before.length + between.length, after.length);
        return all;
    }
}
