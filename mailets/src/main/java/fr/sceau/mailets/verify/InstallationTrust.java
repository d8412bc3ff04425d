package fr.sceau.mailets.verify;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.fetch.AllowedHosts;
import fr.sceau.smime.fetch.RevocationUpdater;
import fr.sceau.smime.fetch.RevocationUpdater.Keeping;
import fr.sceau.smime.fetch.SourceWatch;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.RevocationData;
import fr.sceau.smime.trust.SourceOutcome;
import fr.sceau.smime.trust.TrustAnchors;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.inject.Inject;
import javax.inject.Singleton;

/** Whom this installation trusts, and what it knows of revocation: what the operator put there and what was fetched. */
@Singleton
public final class InstallationTrust {
    private final Clock clock;
    private final AtomicLong news = new AtomicLong();
    private final RevocationUpdater updater;
    private final PathValidator paths;

    @Inject
    public InstallationTrust(MailetsConfiguration configuration, Clock clock) {
        Path folder = configuration.home().resolve("trust");
        Path fetched = folder.resolve("fetched");
        TrustAnchors anchors = anchors(folder);
        FetchedAnswers answers = new FetchedAnswers(fetched.resolve("ocsp"));
        FetchedAuthorities authorities = new FetchedAuthorities(fetched.resolve("ca"), anchors);
        this.clock = clock;
        this.updater = new RevocationUpdater(
                new AllowedHosts(configuration.revocationHosts()),
                new Keeping(new FetchedLists(fetched.resolve("crl")), answers, authorities),
                watch());
        updater.begin(anchors);
        CrlCache lists = new CrlCache(folder.resolve("crl"), fetched.resolve("crl"));
        this.paths = new PathValidator(
                anchors, new RevocationData(lists, answers, authorities, updater), configuration.testMode());
    }

    private SourceWatch watch() {
        SourceLog log = new SourceLog();
        return (address, outcome) -> {
            log.asked(address, outcome);
            if (outcome == SourceOutcome.STORED) {
                news.incrementAndGet();
            }
        };
    }

    private static TrustAnchors anchors(Path folder) {
        try {
            return TrustAnchors.load(folder);
        } catch (SmimeException e) {
            throw MailetsException.configuration(folder + " : les ancres de confiance sont inutilisables.", e);
        }
    }

    /** The paths by which certificates are judged here. */
    public PathValidator paths() {
        return paths;
    }

    /** Another number whenever something new has come from the network. */
    public long news() {
        return news.get();
    }

    /** Asks for what is due. To be called from one thread, from time to time; may wait for the network. */
    public void refresh() {
        updater.run(clock.instant());
    }
}
