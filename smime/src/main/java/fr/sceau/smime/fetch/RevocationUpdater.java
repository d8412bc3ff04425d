package fr.sceau.smime.fetch;

import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.RevocationNeeds;
import fr.sceau.smime.trust.TrustAnchors;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps revocation data fresh: lists of every authority whose certificates were met are fetched again well before they end;
 * a responder is asked only about a certificate of which no list told anything, and an authority's certificate is fetched only
 * where no path is found without it. Whoever owns this calls {@link #run} from
 * one thread, every few seconds; {@link #judged} may be called from any and never waits.
 */
public final class RevocationUpdater implements RevocationNeeds {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AllowedHosts hosts;
    private final ListRefresh lists;
    private final AnswerQuest answers;
    private final AuthorityQuest authorities;

    /**
     * Where what comes is checked and kept.
     *
     * @param lists CRLs
     * @param answers of OCSP responders
     * @param authorities certificates between signers and anchors
     */
    public record Keeping(FetchedLists lists, FetchedAnswers answers, FetchedAuthorities authorities) {}

    public RevocationUpdater(AllowedHosts hosts, Keeping keeping, SourceWatch watch) {
        this(hosts, keeping, watch, PATIENCE);
    }

    RevocationUpdater(AllowedHosts hosts, Keeping keeping, SourceWatch watch, Duration patience) {
        Download download = new Download(hosts, patience);
        SourceReport report = new SourceReport(watch);
        this.hosts = hosts;
        this.lists = new ListRefresh(keeping.lists(), download, report);
        this.answers = new AnswerQuest(keeping.answers(), download, report);
        this.authorities = new AuthorityQuest(keeping.authorities(), download, report);
    }

    /** Learns what to keep fresh from what is there already. */
    public void begin(TrustAnchors trust) {
        if (!hosts.isEmpty()) {
            lists.begin(trust);
        }
    }

    @Override
    public void judged(X509Certificate certificate, X509Certificate issuer, boolean known) {
        if (!hosts.isEmpty()) {
            lists.judged(certificate, issuer);
            answers.judged(certificate, issuer, known);
        }
    }

    @Override
    public boolean pathMissing(X509Certificate certificate) {
        return !hosts.isEmpty() && authorities.missing(certificate);
    }

    /** Asks what is due: lists first, which often make the question to a responder needless. */
    public void run(Instant now) {
        answers.drop(lists.run(now));
        answers.run(now);
        authorities.run(now);
    }
}
