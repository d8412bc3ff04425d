package fr.sceau.server.delivery;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.delivery.LocalBoxes;
import fr.sceau.mailets.facts.Findings;
import fr.sceau.smime.RawMessage;
import fr.sceau.store.StoreException;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.delivery.Announcements;
import fr.sceau.store.delivery.Delivered;
import fr.sceau.store.delivery.Deliveries;
import fr.sceau.store.delivery.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import javax.inject.Inject;

/** The inboxes of the store. */
public final class StoreBoxes implements LocalBoxes {
    private final Deliveries deliveries;
    private final Announcements announcements;
    private final Clock clock;

    @Inject
    public StoreBoxes(Deliveries deliveries, Announcements announcements, Clock clock) {
        this.deliveries = deliveries;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Set<String> deliver(LocalMail mail) throws IOException {
        Delivered delivered;
        try {
            delivered = deliveries.deliver(delivery(mail));
        } catch (StoreException e) {
            throw MailetsException.away("the mailboxes did not take the mail", e);
        }
        announcements.announce(delivered);
        return delivered.full();
    }

    private Delivery delivery(LocalMail mail) {
        return new Delivery(
                mail.acceptance(),
                mail.mailboxes(),
                octets(mail.message()),
                mail.keywords(),
                clock.instant(),
                mail.findings().map(StoreBoxes::kept));
    }

    private static fr.sceau.store.delivery.Findings kept(Findings findings) {
        return new fr.sceau.store.delivery.Findings(
                findings.verdict(), findings.evidence(), findings.origin(), findings.documents());
    }

    private static OctetSource octets(RawMessage message) {
        return new OctetSource() {
            @Override
            public InputStream open() throws IOException {
                return message.open();
            }

            @Override
            public long size() throws IOException {
                return message.size();
            }
        };
    }
}
