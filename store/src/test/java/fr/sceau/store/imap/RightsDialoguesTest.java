package fr.sceau.store.imap;

import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.GrantRightsOnHost;
import org.apache.james.mpt.imapmailbox.MailboxMessageAppender;
import org.apache.james.mpt.imapmailbox.suite.ACLCommands;
import org.apache.james.mpt.imapmailbox.suite.ACLIntegration;
import org.junit.jupiter.api.Nested;

/** Rights on mailboxes, RFC 4314: given, told, and in force. */
final class RightsDialoguesTest {
    @Nested
    final class Commands extends ACLCommands {
        private final StoreHost host = StoreHost.open();

        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host;
        }

        @Override
        protected GrantRightsOnHost createGrantRightsOnHost() {
            return host;
        }
    }

    @Nested
    final class Integration extends ACLIntegration {
        private final StoreHost host = StoreHost.open();

        @Override
        protected ImapHostSystem createImapHostSystem() {
            return host;
        }

        @Override
        protected GrantRightsOnHost createGrantRightsOnHost() {
            return host;
        }

        @Override
        protected MailboxMessageAppender createMailboxMessageAppender() {
            return host;
        }
    }
}
