package fr.sceau.directory.server;

import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.Refusal;
import fr.sceau.directory.server.entries.Decision;
import fr.sceau.directory.server.sources.QuarantineReport;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, once, which certificates are not served, and drops the bindings of mailboxes that passed on. Used by one thread. */
final class CertificateNews {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateNews.class);

    private final BindingFolder bindings;
    private final QuarantineReport report;
    private final InstantSource clock;
    private List<String> told = List.of();

    CertificateNews(BindingFolder bindings, QuarantineReport report, InstantSource clock) {
        this.bindings = bindings;
        this.report = report;
        this.clock = clock;
    }

    void tell(List<Decision> decisions) {
        List<String> problems = decisions.stream()
                .flatMap(decision -> decision.refusal().stream().map(reason -> decision.file() + "\t" + reason.code()))
                .toList();
        if (!problems.equals(told)) {
            report.files("certificates", problems);
            told = problems;
        }
        decisions.stream().filter(decision -> decision.is(Refusal.PASSED_ON)).forEach(this::drop);
    }

    /** What cannot be moved is not served all the same. */
    private void drop(Decision decision) {
        LOG.warn("ALERT {} is another's since: its certificate is not served any more", decision.address());
        try {
            if (decision.binding().isPresent()) {
                bindings.drop(decision.binding().get(), Refusal.PASSED_ON, clock.instant());
            }
        } catch (IOException e) {
            LOG.error("the binding cannot be moved aside, and is not served", e);
        }
    }
}
