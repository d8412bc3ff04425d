package fr.sceau.smime.fetch;

import fr.sceau.smime.fetch.Download.Result;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.SourceOutcome;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches issuing authorities that the installation lacks. Anybody can send a certificate that names any address: few addresses
 * are open at a time, each is asked a few times and then forgotten; one that is missed again is asked once an hour.
 */
final class AuthorityQuest {
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_ADDRESSES = 50;
    private static final int MOST_FAILURES = 5;

    private final FetchedAuthorities authorities;
    private final Download download;
    private final SourceReport report;
    private final Map<URI, Open> open = new ConcurrentHashMap<>();
    private final Map<URI, Attempts> givenUp = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Attempts> eldest) {
            return size() > MOST_ADDRESSES;
        }
    });

    private record Open(X509Certificate holder, Attempts attempts) {}

    AuthorityQuest(FetchedAuthorities authorities, Download download, SourceReport report) {
        this.authorities = authorities;
        this.download = download;
        this.report = report;
    }

    /** Whether there is an address that may be asked. */
    boolean missing(X509Certificate holder) {
        List<URI> addresses = Addresses.authorities(holder);
        for (URI address : addresses) {
            if (open.size() < MOST_ADDRESSES) {
                open.putIfAbsent(
                        address, new Open(holder, Objects.requireNonNullElseGet(givenUp.get(address), Attempts::new)));
            }
        }
        return addresses.stream().anyMatch(download::mayAsk);
    }

    void run(Instant now) {
        open.forEach((address, wanted) -> {
            if (wanted.attempts().isDue(now)) {
                ask(address, wanted, now);
            }
        });
    }

    private void ask(URI address, Open wanted, Instant now) {
        SourceOutcome outcome = outcome(address, wanted, now);
        report.asked(address, outcome);
        wanted.attempts().failed(now);
        if (outcome.isGood()) {
            open.remove(address);
            givenUp.remove(address);
        } else if (wanted.attempts().failures() >= MOST_FAILURES) {
            open.remove(address);
            givenUp.put(address, wanted.attempts());
        }
    }

    private SourceOutcome outcome(URI address, Open wanted, Instant now) {
        Result result = download.get(address, MOST_OCTETS);
        if (result instanceof Result.Content content) {
            try {
                return authorities.offer(wanted.holder(), content.octets(), now);
            } catch (IOException e) {
                return SourceOutcome.NOT_WRITTEN;
            }
        }
        return ((Result.Failed) result).outcome();
    }
}
