package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.importing.Age;
import fr.sceau.directory.server.importing.Newest;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;

/** Brings one extraction when a newer one is published. */
final class Fetching {
    /** Of each, so that somebody can look at what an import was made of. */
    private static final int KEPT = 3;

    private final Path folder;
    private final Connections connections;
    private final Steps steps;
    private final InstantSource clock;

    /** @param folder {@code directory/registry/} */
    Fetching(Path folder, Connections connections, Steps steps, InstantSource clock) {
        this.folder = folder;
        this.connections = connections;
        this.steps = steps;
        this.clock = clock;
    }

    /** Asks one address after the other until one has served. */
    Outcome fetch(Wanted wanted) {
        List<String> complaints = new ArrayList<>();
        for (Address address : wanted.addresses()) {
            try {
                return fetch(wanted.prefix(), address, complaints);
            } catch (IOException | RefusedFileException e) {
                complaints.add(address.uri().getHost() + ": " + e.getMessage());
            }
        }
        return new Outcome.Failed(complaints);
    }

    private Outcome fetch(String prefix, Address address, List<String> complaints)
            throws IOException, RefusedFileException {
        Files.createDirectories(folder);
        String there = Newest.stamp(folder, prefix);
        if (there.compareTo(ask(address, "HEAD").stamp()) >= 0) {
            return new Outcome.NothingNew(complaints);
        }
        Path file = download(prefix, address);
        for (Path old : Newest.beyond(folder, prefix, KEPT)) {
            Files.deleteIfExists(old);
        }
        return new Outcome.Arrived(file, complaints);
    }

    private Offer ask(Address address, String method) throws IOException, RefusedFileException {
        HttpsURLConnection connection = connections.to(address, method);
        try {
            return offer(connection);
        } finally {
            connection.disconnect();
        }
    }

    private Offer offer(HttpsURLConnection connection) throws IOException, RefusedFileException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new RefusedFileException("HTTP " + status);
        }
        Offer offer = Offer.of(connection)
                .orElseThrow(() -> new RefusedFileException("no date, neither in a name nor in the answer"));
        if (!isPast(offer.stamp())) {
            throw new RefusedFileException("no date, or one to come: " + offer.stamp());
        }
        return offer;
    }

    /** One to come would keep all others out until then. */
    private boolean isPast(String stamp) {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()).plusDays(1);
        return Age.dayOf(stamp).filter(day -> !day.isAfter(tomorrow)).isPresent();
    }

    private Path download(String prefix, Address address) throws IOException, RefusedFileException {
        HttpsURLConnection connection = connections.to(address, "GET");
        Incoming incoming = new Incoming(folder, prefix);
        try {
            Offer offer = offer(connection);
            try (InputStream content = connection.getInputStream()) {
                incoming.receive(content, offer.length(), steps.begins(prefix + offer.stamp(), offer.length()));
            }
            Path file = folder.resolve(name(prefix, offer, incoming.kind()));
            incoming.arriveAs(file);
            return file;
        } finally {
            incoming.forget();
            connection.disconnect();
        }
    }

    /** As published where an import would take it under that name: one zip may hold several extractions. */
    private static String name(String prefix, Offer offer, String kind) {
        boolean ours = offer.name().endsWith(kind) && Newest.isNamed(prefix, offer.name());
        return ours ? offer.name() : prefix + offer.stamp() + kind;
    }
}
