package fr.sceau.server.selection;

import fr.sceau.store.LeftOut;
import fr.sceau.store.imap.StoreHost;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.host.JamesImapHostSystem;
import org.apache.james.mpt.imapmailbox.suite.ConcurrentSessions;
import org.apache.james.mpt.imapmailbox.suite.Condstore;
import org.apache.james.mpt.imapmailbox.suite.Copy;
import org.apache.james.mpt.imapmailbox.suite.Events;
import org.apache.james.mpt.imapmailbox.suite.Expunge;
import org.apache.james.mpt.imapmailbox.suite.Fetch;
import org.apache.james.mpt.imapmailbox.suite.FetchBodySection;
import org.apache.james.mpt.imapmailbox.suite.FetchHeaders;
import org.apache.james.mpt.imapmailbox.suite.Move;
import org.apache.james.mpt.imapmailbox.suite.PartialFetch;
import org.apache.james.mpt.imapmailbox.suite.Recent;
import org.apache.james.mpt.imapmailbox.suite.Rename;
import org.apache.james.mpt.imapmailbox.suite.Search;
import org.apache.james.mpt.imapmailbox.suite.Select;
import org.apache.james.mpt.imapmailbox.suite.SelectedInbox;
import org.apache.james.mpt.imapmailbox.suite.SelectedState;
import org.apache.james.mpt.imapmailbox.suite.UidSearch;
import org.apache.james.mpt.imapmailbox.suite.UserFlagsSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** James' dialogues with what is selected, with our commands in the place of James'. */
@ExtendWith(LeftOut.Condition.class)
@LeftOut({
    "testUidUS", // they want the UID last; ours is first
    "testUidITALY",
    "testUidKOREA",
    "testReplace",
    "testRenameSelectedUS", // they go on after a SELECT that failed, when nothing is selected (RFC 3501 6.3.1)
    "testRenameSelectedIT",
    "testRenameSelectedKO",
    "moveShouldWork", // they want COPYUID at the end, not before EXPUNGE (RFC 6851 4.3)
    "emptyMoveShouldWork" // they want BAD for a UID of nothing (RFC 3501 6.4.8)
})
final class OwnDialoguesTest {
    @Nested
    final class ConcurrentSessionsDialogues extends ConcurrentSessions {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class EventsDialogues extends Events {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class FetchDialogues extends Fetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class FetchBodySectionDialogues extends FetchBodySection {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class FetchHeadersDialogues extends FetchHeaders {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class PartialFetchDialogues extends PartialFetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class SelectedStateDialogues extends SelectedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class SelectedInboxDialogues extends SelectedInbox {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class CondstoreDialogues extends Condstore {
        @Override
        protected JamesImapHostSystem createJamesImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class CopyDialogues extends Copy {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class ExpungeDialogues extends Expunge {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class MoveDialogues extends Move {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class RecentDialogues extends Recent {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class RenameDialogues extends Rename {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class SearchDialogues extends Search {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class SelectDialogues extends Select {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class UidSearchDialogues extends UidSearch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }

    @Nested
    final class UserFlagsSupportDialogues extends UserFlagsSupport {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.started(new OwnHost());
        }
    }
}
