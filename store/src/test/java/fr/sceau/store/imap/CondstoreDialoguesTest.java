package fr.sceau.store.imap;

import org.apache.james.mpt.host.JamesImapHostSystem;
import org.apache.james.mpt.imapmailbox.suite.Condstore;

/** RFC 7162, and what a server says that has it switched off. */
final class CondstoreDialoguesTest extends Condstore {
    @Override
    protected JamesImapHostSystem createJamesImapHostSystem() {
        return StoreHost.open();
    }
}
