package fr.sceau.store.imap;

import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.imapmailbox.suite.AuthenticatePlain;
import org.apache.james.mpt.imapmailbox.suite.AuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.Listing;
import org.apache.james.mpt.imapmailbox.suite.ListingWithSharingTest;
import org.apache.james.mpt.imapmailbox.suite.MailboxAnnotation;
import org.apache.james.mpt.imapmailbox.suite.MailboxWithLongNameError;
import org.apache.james.mpt.imapmailbox.suite.NonAuthenticatedState;
import org.apache.james.mpt.imapmailbox.suite.ObjectId;
import org.apache.james.mpt.imapmailbox.suite.QuotaTest;
import org.apache.james.mpt.imapmailbox.suite.Rename;
import org.apache.james.mpt.imapmailbox.suite.Security;
import org.junit.jupiter.api.Nested;

/** Dialogues about sessions and mailboxes: logging in, names, listing, sharing, annotations and quotas. */
final class MailboxDialoguesTest {
    @Nested
    final class AuthenticatePlainDialogues extends AuthenticatePlain {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class AuthenticatedStateDialogues extends AuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class ListingDialogues extends Listing {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class ListingWithSharingDialogues extends ListingWithSharingTest {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class MailboxAnnotationDialogues extends MailboxAnnotation {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class MailboxWithLongNameErrorDialogues extends MailboxWithLongNameError {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class NonAuthenticatedStateDialogues extends NonAuthenticatedState {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class ObjectIdDialogues extends ObjectId {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class QuotaDialogues extends QuotaTest {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class RenameDialogues extends Rename {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }

    @Nested
    final class SecurityDialogues extends Security {
        @Override
        protected ImapHostSystem createImapHostSystem() {
            return StoreHost.open();
        }
    }
}
