package fr.sceau.smime.fetch;

import fr.sceau.smime.trust.SourceOutcome;
import java.net.URI;

/** Tells the watch, without the parts of an address that are nobody's business. */
record SourceReport(SourceWatch watch) {
    void asked(URI address, SourceOutcome outcome) {
        watch.asked(address.getScheme() + "://" + address.getAuthority() + address.getRawPath(), outcome);
    }
}
