package fr.sceau.smime.fetch;

import fr.sceau.smime.fetch.Download.Result;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.SourceOutcome;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches issuing authorities that the installation lacks. Anybody can send a certificate that names any address: few addresses
 * are open at a time, each is asked a few times and then forgotten.
 */
final class AuthorityQuest {
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_ADDRESSES = 50;
    private static final int MOST_FAILURES = 5;

    private final FetchedAuthorities authorities;
    private final Download download;
    private final SourceReport report;
    private final Map<URI, Open> open = new ConcurrentHashMap<>();

    private record Open(X509Certificate holder, Attempts attempts) {}

    AuthorityQuest(FetchedAuthorities authorities, Download download, SourceReport report) {
        this.authorities = authorities;
        this.download = download;
        this.report = report;
    }

    void missing(X509Certificate holder) {
        for (URI address : Addresses.authorities(holder)) {
            if (open.size() < MOST_ADDRESSES) {
                open.putIfAbsent(address, new Open(holder, new Attempts()));
            }
        }
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
        if (outcome.isGood() || wanted.attempts().failures() >= MOST_FAILURES) {
            open.remove(address);
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
