package fr.sceau.store.imap;

import java.util.Locale;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.ImapTestConstants;
import org.apache.james.mpt.imapmailbox.suite.ConcurrentSessions;
import org.apache.james.mpt.imapmailbox.suite.Copy;
import org.apache.james.mpt.imapmailbox.suite.Events;
import org.apache.james.mpt.imapmailbox.suite.Expunge;
import org.apache.james.mpt.imapmailbox.suite.Fetch;
import org.apache.james.mpt.imapmailbox.suite.FetchBodySection;
import org.apache.james.mpt.imapmailbox.suite.FetchHeaders;
import org.apache.james.mpt.imapmailbox.suite.Move;
import org.apache.james.mpt.imapmailbox.suite.PartialFetch;
import org.apache.james.mpt.imapmailbox.suite.Recent;
import org.apache.james.mpt.imapmailbox.suite.Search;
import org.apache.james.mpt.imapmailbox.suite.Select;
import org.apache.james.mpt.imapmailbox.suite.SelectedInbox;
import org.apache.james.mpt.imapmailbox.suite.SelectedState;
import org.apache.james.mpt.imapmailbox.suite.UidSearch;
import org.apache.james.mpt.imapmailbox.suite.UserFlagsSupport;
import org.apache.james.mpt.imapmailbox.suite.base.BasicImapCommands;
import org.apache.james.mpt.script.SimpleScriptedTestProtocol;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Dialogues about messages: reading, searching, flags, copies, moves and what other sessions hear of them. */
final class MessageDialoguesTest {
    @Nested
    final class ConcurrentSessionsDialogues extends ConcurrentSessions {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class CopyDialogues extends Copy {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class EventsDialogues extends Events {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class ExpungeDialogues extends Expunge {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class FetchDialogues extends Fetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class FetchBodySectionDialogues extends FetchBodySection {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class FetchHeadersDialogues extends FetchHeaders {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class MoveDialogues extends Move {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class PartialFetchDialogues extends PartialFetch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class RecentDialogues extends Recent {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class SearchDialogues extends Search {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class SelectDialogues extends Select {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class SelectedInboxDialogues extends SelectedInbox {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class SelectedStateDialogues extends SelectedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class UidSearchDialogues extends UidSearch {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    /** {@code UidSearchOnIndex}, which waits twice ten seconds for an index. */
    @Nested
    final class UidSearchOnIndexDialogues {
        @Test
        void testSearchAtomsUS() throws Exception {
            SimpleScriptedTestProtocol script = new ScriptWithoutWaiting(StoreHost.open())
                    .withUser(ImapTestConstants.USER, ImapTestConstants.PASSWORD)
                    .withLocale(Locale.US);
            BasicImapCommands.welcome(script);
            BasicImapCommands.authenticate(script);
            script.run("UidSearchAtomsIndexer");
        }
    }

    @Nested
    final class UserFlagsSupportDialogues extends UserFlagsSupport {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }
}
