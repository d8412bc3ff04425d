package fr.sceau.server.fetch;

import fr.sceau.store.message.StoredMessage;
import javax.mail.Flags;
import org.apache.james.imap.api.message.FetchData;
import org.apache.james.imap.api.message.response.ImapResponseMessage;

/** One message that a FETCH is to show; {@code flags} are shown even if not asked for when {@code flagsChanged}. */
record FetchedMessage(int number, StoredMessage message, FetchData wanted, Flags flags, boolean flagsChanged)
        implements ImapResponseMessage {}
