package fr.sceau.smime.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority;
import fr.sceau.smime.trust.Authority.Change;
import fr.sceau.smime.trust.SourceOutcome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line for everything that a source of revocation data may do: what it is called, and what is then known. */
class SourceTableTest {
    private static final Instant NOW = Authority.NOW;
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Change NUMBER_5 = numbered(5);

    private final Path folder;
    private final Authority stranger = Authority.root("AUTRE");
    private final Authority namesake = Authority.root("RACINE");

    SourceTableTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
    }

    private static Change numbered(int number) {
        return list -> list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
    }

    /** What a source does, made for one site. */
    @FunctionalInterface
    private interface Deed {
        Publisher.Page of(Site site) throws Exception;
    }

    private record Line(String deed, Deed page, SourceOutcome outcome, String verdict) {}

    /** The list is fetched over a list that we hold: a failure never takes that away. */
    private List<Line> lists() {
        return List.of(
                list("the next list", site -> site.authority.list(NOW, numbered(6)), SourceOutcome.STORED),
                page("nothing", Publisher.silence(), SourceOutcome.UNREACHABLE),
                page("not found", Publisher.status(404), SourceOutcome.STATUS_REFUSED),
                page("error", Publisher.status(503), SourceOutcome.STATUS_REFUSED),
                new Line(
                        "points elsewhere",
                        site -> Publisher.redirect(site.publisher.address("/elsewhere.crl")),
                        SourceOutcome.REDIRECTED,
                        "Valid"),
                page("never answers", Publisher.eternity(), SourceOutcome.TOO_SLOW),
                page("never ends", Publisher.endless(), SourceOutcome.TOO_LARGE),
                list("page in HTML", site -> html(), SourceOutcome.NOT_A_LIST),
                list("empty", site -> new byte[0], SourceOutcome.NOT_A_LIST),
                list("half a list", site -> half(site.authority.list(NOW, numbered(6))), SourceOutcome.NOT_A_LIST),
                list("list of another", site -> stranger.list(NOW, numbered(6)), SourceOutcome.WRONG_ISSUER),
                list("list of a namesake", site -> namesake.list(NOW, numbered(6)), SourceOutcome.BAD_SIGNATURE),
                list(
                        "damaged list",
                        site -> damaged(site.authority.list(NOW, numbered(6))),
                        SourceOutcome.BAD_SIGNATURE),
                list(
                        "list of long ago",
                        site -> site.authority.list(days(-30), numbered(6)),
                        SourceOutcome.OUT_OF_DATE),
                list("list of tomorrow", site -> site.authority.list(days(1), numbered(6)), SourceOutcome.OUT_OF_DATE),
                list("older number", site -> site.authority.list(NOW, numbered(4)), SourceOutcome.OLDER),
                list(
                        "list of changes",
                        site -> site.authority.list(NOW, SourceTableTest::delta),
                        SourceOutcome.NOT_UNDERSTOOD));
    }

    private static Line list(String deed, Octets octets, SourceOutcome outcome) {
        return new Line(deed, site -> Publisher.content(octets.of(site)), outcome, "Valid");
    }

    private static Line page(String deed, Publisher.Page page, SourceOutcome outcome) {
        return new Line(deed, site -> page, outcome, "Valid");
    }

    /** What is sent. */
    @FunctionalInterface
    private interface Octets {
        byte[] of(Site site) throws Exception;
    }

    private List<Line> answers() {
        return List.of(
                answer("good", answer -> answer, SourceOutcome.STORED, "Valid"),
                answer("revoked", answer -> answer.revoked(YESTERDAY), SourceOutcome.STORED, "Refused"),
                answer("knows nothing", Responder::ignorant, SourceOutcome.CERTIFICATE_UNKNOWN),
                answer(
                        "of a named signer",
                        answer -> answer.signedBy(Responder.delegate(answer.authority())),
                        SourceOutcome.STORED,
                        "Valid"),
                answer("replayed a day later", answer -> answer.at(YESTERDAY), SourceOutcome.OUT_OF_DATE),
                answer("of tomorrow", answer -> answer.at(days(1)), SourceOutcome.OUT_OF_DATE),
                answer("wrong nonce", answer -> answer.withNonce(new byte[32]), SourceOutcome.WRONG_NONCE),
                answer("about another", Responder::aboutAnotherCertificate, SourceOutcome.OTHER_CERTIFICATE),
                answer("stranger enclosed", answer -> answer.signedBy(stranger), SourceOutcome.WRONG_SIGNER),
                answer("signed by a namesake", answer -> answer.signedBy(namesake), SourceOutcome.WRONG_SIGNER),
                answer(
                        "signed by another holder",
                        answer -> answer.signedBy(holder(answer.authority())),
                        SourceOutcome.UNAUTHORISED_SIGNER),
                answer(
                        "enclosed certificate of another key",
                        answer -> answer.signedBy(impostor(answer.authority())),
                        SourceOutcome.BAD_SIGNATURE),
                other("declines", site -> Responder.declining(), SourceOutcome.RESPONDER_DECLINED),
                other("page in HTML", site -> html(), SourceOutcome.NOT_AN_ANSWER),
                new Line("down", site -> Publisher.silence(), SourceOutcome.UNREACHABLE, "RevocationUnknown"),
                new Line(
                        "points elsewhere",
                        site -> Publisher.redirect(site.publisher.address("/x")),
                        SourceOutcome.REDIRECTED,
                        "RevocationUnknown"),
                new Line("never ends", site -> Publisher.endless(), SourceOutcome.TOO_LARGE, "RevocationUnknown"));
    }

    /** Changes to a good answer. */
    @FunctionalInterface
    private interface Bend {
        Responder of(Responder answer) throws Exception;
    }

    private static Line answer(String deed, Bend bend, SourceOutcome outcome) {
        return answer(deed, bend, outcome, "RevocationUnknown");
    }

    private static Line answer(String deed, Bend bend, SourceOutcome outcome, String verdict) {
        return new Line(deed, site -> bend.of(Responder.of(site.authority)).page(), outcome, verdict);
    }

    private static Line other(String deed, Octets octets, SourceOutcome outcome) {
        return new Line(deed, site -> Publisher.content(octets.of(site)), outcome, "RevocationUnknown");
    }

    @Test
    void every_list_has_its_outcome_and_the_one_that_we_hold_stays() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Line line : lists()) {
            seen.add(line.deed() + ": " + afterAGoodList(line));
            expected.add(line.deed() + ": " + Site.LIST + " " + line.outcome().code() + ", " + line.verdict());
        }
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void without_a_list_of_before_only_a_good_one_tells_anything() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Line line : lists()) {
            boolean good = line.outcome() == SourceOutcome.STORED || line.outcome() == SourceOutcome.OLDER;
            seen.add(line.deed() + ": " + fromNothing(Site.LIST, line));
            expected.add(line.deed() + ": " + (good ? "Valid" : "RevocationUnknown"));
        }
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void every_answer_has_its_outcome() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Line line : answers()) {
            try (Site site = new Site(fresh(line))) {
                String verdict = fromNothing(site, Site.RESPONDER, line);
                seen.add(line.deed() + ": " + site.outcomes + " " + verdict);
                expected.add(line.deed() + ": [" + Site.LIST + " status-refused, " + Site.RESPONDER + " "
                        + line.outcome().code() + "] " + line.verdict());
            }
        }
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    private String afterAGoodList(Line line) throws Exception {
        try (Site site = new Site(fresh(line))) {
            site.publisher.at(Site.LIST, Publisher.content(site.authority.list(YESTERDAY, NUMBER_5)));
            site.judge(NOW);
            assertThat(site.run(NOW)).containsExactly(Site.LIST + " stored");
            site.use(patient(site, line));
            site.publisher.at(Site.LIST, line.page().of(site));
            site.judge(NOW);
            return String.join("; ", site.run(NOW)) + ", " + kind(site);
        }
    }

    private String fromNothing(String path, Line line) throws Exception {
        try (Site site = new Site(fresh(line))) {
            return fromNothing(site, path, line);
        }
    }

    private String fromNothing(Site site, String path, Line line) throws Exception {
        site.use(patient(site, line));
        site.publisher.at(path, line.page().of(site));
        assertThat(kind(site)).isEqualTo("RevocationUnknown");
        site.run(NOW);
        return kind(site);
    }

    private static String kind(Site site) {
        return site.judge(NOW).getClass().getSimpleName();
    }

    /** Nobody waits for what never comes. */
    private static RevocationUpdater patient(Site site, Line line) {
        boolean waiting = line.outcome() == SourceOutcome.TOO_SLOW;
        return site.updater(waiting ? Duration.ofMillis(200) : Duration.ofMinutes(1), List.of(site.publisher.host()));
    }

    private Path fresh(Line line) {
        return folder.resolve(line.deed() + System.nanoTime());
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static byte[] html() {
        return "<html><body>Service indisponible</body></html>".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** The last octet belongs to the signature. */
    private static byte[] damaged(byte[] whole) {
        byte[] damaged = whole.clone();
        damaged[damaged.length - 1] ^= 1;
        return damaged;
    }

    private static void delta(X509v2CRLBuilder list) throws IOException {
        list.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(5));
    }

    /** A certificate of the right authority that is not meant for answers. */
    private static Authority holder(Authority authority) throws Exception {
        KeyPair pair = Authority.ec();
        return Responder.holder(authority, pair, authority.holder(pair, builder -> {}));
    }

    /** Shows a certificate whose key it does not have. */
    private static Authority impostor(Authority authority) throws Exception {
        return Responder.holder(
                authority, Authority.ec(), Responder.delegate(authority).certificate());
    }
}
