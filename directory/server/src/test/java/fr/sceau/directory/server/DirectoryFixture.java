package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A directory on a free port of the loopback, over the files of one folder. */
final class DirectoryFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final long LOOK_MILLIS = 20;

    final Path folder;
    private final RunningDirectory running;
    final LdapDirectory client;
    final LDAPConnection connection;

    DirectoryFixture(Path folder) {
        this(folder, Limits.USUAL);
    }

    DirectoryFixture(Path folder, Clock clock) {
        this(folder, Limits.USUAL, List.of(Entrance.local(0, Optional.empty())), clock);
    }

    DirectoryFixture(Path folder, Limits limits) {
        this(folder, limits, List.of(Entrance.local(0, Optional.empty())));
    }

    DirectoryFixture(Path folder, Limits limits, List<Entrance> entrances) {
        this(folder, limits, entrances, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private DirectoryFixture(Path folder, Limits limits, List<Entrance> entrances, Clock clock) {
        this.folder = folder;
        try {
            this.running = RunningDirectory.start(folder, entrances, clock, LOOK_MILLIS, limits);
            this.client = new LdapDirectory("127.0.0.1", port());
            this.connection = new LDAPConnection("127.0.0.1", port());
        } catch (IOException | RefusedFileException | LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    static RunningDirectory start(Path folder, Limits limits) throws IOException, RefusedFileException {
        List<Entrance> entrances = List.of(Entrance.local(0, Optional.empty()));
        return RunningDirectory.start(folder, entrances, Clock.fixed(NOW, ZoneOffset.UTC), LOOK_MILLIS, limits);
    }

    int port() {
        return port(0);
    }

    int port(int entrance) {
        return running.ports().get(entrance);
    }

    boolean isPrepared() {
        return running.isPrepared();
    }

    /** As mail clients ask: the whole answer, also when it was cut at the size limit. */
    SearchResult search(String base, Filter filter, String... attributes) {
        SearchRequest request =
                new SearchRequest(base, SearchScope.SUB, DereferencePolicy.NEVER, 0, 0, false, filter, attributes);
        try {
            return connection.search(request);
        } catch (LDAPSearchException e) {
            return e.getSearchResult();
        }
    }

    List<X509Certificate> certificates(String address) throws Exception {
        return client.byMail(address).orElseThrow().certificates();
    }

    List<String> mails(Filter filter) {
        return search("ou=boites,o=annuaire-sante", filter, "mail").getSearchEntries().stream()
                .map(entry -> entry.getAttributeValue("mail"))
                .toList();
    }

    Path registry(String name) {
        return folder.resolve("registry").resolve(name);
    }

    static Path own(Path folder) {
        return folder.resolve("own").resolve("mailboxes.tsv");
    }

    static void eventually(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!condition.call() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(condition.call()).isTrue();
    }

    /** A change that is surely seen after the bad file was looked at: files are looked at in one go. */
    void waitForNextLook() throws Exception {
        for (int look = 0; look < 2; look++) {
            String address = "look" + look + "@exemple.mssante.test";
            TestFiles.own(own(folder), address + "\tORG\t\t1990000001\t\t\tLook\t\t");
            eventually(() -> client.byMail(address).isPresent());
        }
    }

    @Override
    public void close() {
        connection.close();
        client.close();
        running.close();
    }
}
