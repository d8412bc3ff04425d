package fr.sceau.directory.server.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 30, 31: what comes over the network, or does not. */
class FetchingTest {
    private static final String PREFIX = "Extraction_Correspondance_MSSante_";
    private static final Instant NOW = Instant.parse("2026-08-27T12:00:00Z");
    private static final Instant NEXT_YEAR = Instant.now().plus(Duration.ofDays(200));

    private final Path home;
    private final RegistryServer server;
    private final List<String> begun = new ArrayList<>();

    FetchingTest(@TempDir Path home) throws Exception {
        this.home = home;
        this.server = new RegistryServer("localhost", NEXT_YEAR).trustedIn(home.resolve("anchors"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Outcome fetch(String prefix, Address... addresses) {
        Fetching fetching = new Fetching(folder(), new Connections(home.resolve("anchors")), this::begins, () -> NOW);
        return fetching.fetch(new Wanted(prefix, List.of(addresses)));
    }

    private LongConsumer begins(String what, long total) {
        begun.add(what + " " + total);
        return done -> {};
    }

    private Outcome fetch(Address... addresses) {
        return fetch(PREFIX, addresses);
    }

    private Path folder() {
        return home.resolve("registry");
    }

    private List<String> there() throws Exception {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertFailed(Outcome outcome, String... reasons) {
        assertThat(outcome)
                .asInstanceOf(type(Outcome.Failed.class))
                .extracting(Outcome.Failed::complaints)
                .satisfies(complaints -> {
                    assertThat(complaints).hasSize(reasons.length);
                    for (int i = 0; i < reasons.length; i++) {
                        assertThat(complaints.get(i)).startsWith("localhost: ").contains(reasons[i]);
                    }
                });
    }

    @Test
    void newer_extraction_comes_under_its_own_name_and_once() throws Exception {
        server.publish("/mss", PREFIX + "202608261013.txt", "contenu");
        assertThat(fetch(server.at("/mss")))
                .isEqualTo(new Outcome.Arrived(folder().resolve(PREFIX + "202608261013.txt"), List.of()));
        assertThat(folder().resolve(PREFIX + "202608261013.txt")).hasContent("contenu");
        assertThat(server.asked()).containsExactly("HEAD /mss", "GET /mss");
        assertThat(begun).containsExactly(PREFIX + "202608261013 7");

        assertThat(fetch(server.at("/mss"))).isEqualTo(new Outcome.NothingNew(List.of()));
        assertThat(server.asked()).containsExactly("HEAD /mss");
    }

    @Test
    void older_one_than_what_is_there_is_not_taken() throws Exception {
        server.publish("/mss", PREFIX + "202608261013.txt", "contenu");
        Files.createDirectories(folder());
        Files.writeString(folder().resolve(PREFIX + "20260827.zip"), "PK");
        assertThat(fetch(server.at("/mss"))).isInstanceOf(Outcome.NothingNew.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202608290000", "99999999", "20260231"})
    void date_to_come_or_none_would_keep_all_others_out(String stamp) throws Exception {
        server.publish("/mss", PREFIX + stamp + ".txt", "contenu");
        assertFailed(fetch(server.at("/mss")), "no date, or one to come: " + stamp);
        assertThat(there()).isEmpty();
    }

    @Test
    void zip_of_three_extractions_comes_once_for_all() throws Exception {
        server.publish("/ps", "PS_LibreAcces_202608261013.zip", "PK\u0003\u0004");
        assertThat(fetch("PS_LibreAcces_SavoirFaire_", server.at("/ps"))).isInstanceOf(Outcome.Arrived.class);
        assertThat(fetch("PS_LibreAcces_Dipl_AutExerc_", server.at("/ps"))).isInstanceOf(Outcome.NothingNew.class);
        assertThat(there()).containsExactly("PS_LibreAcces_202608261013.zip");
    }

    /** The mirror names neither file nor day; the path that it leads to does, or else the time of the deposit. */
    @Test
    void mirror_dates_by_its_path_or_by_its_answer() throws Exception {
        byte[] octets = "contenu".getBytes(StandardCharsets.UTF_8);
        server.publish("/r/1", 302, Map.of("Location", "/resources/mss/20260826-101530/mss.txt"), new byte[0]);
        server.publish("/resources/mss/20260826-101530/mss.txt", 200, Map.of(), octets);
        assertThat(fetch(server.at("/r/1"))).isInstanceOf(Outcome.Arrived.class);
        server.publish("/r/2", 200, Map.of("Last-Modified", "Thu, 27 Aug 2026 08:13:00 GMT"), octets);
        assertThat(fetch(server.at("/r/2"))).isInstanceOf(Outcome.Arrived.class);
        server.publish("/r/3", 200, Map.of(), octets);
        assertFailed(fetch(server.at("/r/3")), "no date");
        assertThat(there()).containsExactly(PREFIX + "202608261015.txt", PREFIX + "202608271013.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 404})
    void server_that_does_not_serve_is_replaced_by_the_mirror(int status) throws Exception {
        server.publish("/main", status, Map.of(), "<html>occupé</html>".getBytes(StandardCharsets.UTF_8));
        server.publish("/mirror", PREFIX + "202608261013.txt", "contenu");
        assertThat(fetch(server.at("/main"), server.at("/mirror")))
                .isEqualTo(new Outcome.Arrived(
                        folder().resolve(PREFIX + "202608261013.txt"), List.of("localhost: HTTP " + status)));
        assertFailed(fetch(server.at("/main")), "HTTP " + status);
    }

    @Test
    void what_is_cut_on_its_way_never_arrives() throws Exception {
        byte[] content = "contenu".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        byte[] half = Arrays.copyOf(content, content.length / 2);
        server.publishCut("/cut", PREFIX + "202608261013.txt", half, content.length);
        assertFailed(fetch(server.at("/cut")), "");
        assertThat(there()).isEmpty();
        server.publish("/mirror", PREFIX + "202608261015.txt", "contenu".repeat(20_000));
        assertThat(fetch(server.at("/cut"), server.at("/mirror"))).isInstanceOf(Outcome.Arrived.class);
        assertThat(there()).containsExactly(PREFIX + "202608261015.txt");
    }

    @Test
    void page_of_the_web_and_nothing_at_all_are_no_extractions() throws Exception {
        server.publish("/page", PREFIX + "202608261013.txt", "<!DOCTYPE html><p>Maintenance</p>");
        server.publish("/json", PREFIX + "202608261013.txt", "{\"error\":1}");
        server.publish("/empty", PREFIX + "202608261013.txt", "");
        assertFailed(
                fetch(server.at("/page"), server.at("/json"), server.at("/empty")),
                "a page of the web",
                "a page of the web",
                "empty");
        assertThat(there()).isEmpty();
    }

    @Test
    void server_that_the_anchors_do_not_vouch_for_is_not_asked() throws Exception {
        try (RegistryServer stranger = new RegistryServer("localhost", NEXT_YEAR)) {
            stranger.publish("/mss", PREFIX + "202608261013.txt", "contenu");
            assertFailed(fetch(stranger.at("/mss")), "PKIX");
            Address asPublic = new Address(stranger.at("/mss").uri(), Authorities.PUBLIC);
            assertFailed(fetch(asPublic), "PKIX");
            assertThat(stranger.asked()).isEmpty();
        }
    }

    @Test
    void certificate_that_has_ended_or_names_another_host_is_none() throws Exception {
        try (RegistryServer ended =
                        new RegistryServer("localhost", Instant.now().minusSeconds(60));
                RegistryServer other = new RegistryServer("ailleurs.exemple.test", NEXT_YEAR)) {
            ended.trustedIn(home.resolve("anchors"));
            other.trustedIn(home.resolve("anchors"));
            assertFailed(fetch(ended.at("/mss"), other.at("/mss")), "", "");
            assertThat(ended.asked()).isEmpty();
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void the_last_three_are_kept() throws Exception {
        Files.createDirectories(folder());
        for (String name : List.of(PREFIX + "20260822.txt", PREFIX + "20260823.zip", PREFIX + "20260824.txt")) {
            Files.writeString(folder().resolve(name), "x");
        }
        Files.writeString(folder().resolve("Porteurs_CPS_CPF_20260101.txt"), "x");
        server.publish("/mss", PREFIX + "202608261013.txt", "contenu");
        assertThat(fetch(server.at("/mss"))).isInstanceOf(Outcome.Arrived.class);
        assertThat(there())
                .containsExactly(
                        PREFIX + "20260823.zip",
                        PREFIX + "20260824.txt",
                        PREFIX + "202608261013.txt",
                        "Porteurs_CPS_CPF_20260101.txt");
    }
}
