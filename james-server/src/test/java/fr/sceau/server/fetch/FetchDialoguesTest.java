package fr.sceau.server.fetch;

import fr.sceau.store.LeftOut;
import fr.sceau.store.imap.StoreHost;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.suite.ConcurrentSessions;
import org.apache.james.mpt.imapmailbox.suite.Events;
import org.apache.james.mpt.imapmailbox.suite.Fetch;
import org.apache.james.mpt.imapmailbox.suite.FetchBodySection;
import org.apache.james.mpt.imapmailbox.suite.FetchHeaders;
import org.apache.james.mpt.imapmailbox.suite.PartialFetch;
import org.apache.james.mpt.imapmailbox.suite.SelectedInbox;
import org.apache.james.mpt.imapmailbox.suite.SelectedState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** James' dialogues in which there is a FETCH, with ours in its place. */
@ExtendWith(LeftOut.Condition.class)
@LeftOut({"testUidUS", "testUidITALY", "testUidKOREA", "testReplace"}) // they want the UID last; ours is first
final class FetchDialoguesTest {
    @Nested
    final class ConcurrentSessionsDialogues extends ConcurrentSessions {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class EventsDialogues extends Events {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class FetchDialogues extends Fetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class FetchBodySectionDialogues extends FetchBodySection {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class FetchHeadersDialogues extends FetchHeaders {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class PartialFetchDialogues extends PartialFetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class SelectedStateDialogues extends SelectedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }

    @Nested
    final class SelectedInboxDialogues extends SelectedInbox {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new SummaryHost());
        }
    }
}
