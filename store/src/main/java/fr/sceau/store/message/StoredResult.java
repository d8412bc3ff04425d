package fr.sceau.store.message;

import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.FetchGroup;
import org.apache.james.mailbox.model.MessageResult;
import org.apache.james.mailbox.store.MessageResultImpl;
import org.apache.james.mailbox.store.ResultUtils;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** A message as James hands it to whoever reads a mailbox; who knows the store finds its summary and octets in it. */
public final class StoredResult extends MessageResultImpl {
    private final StoredMessage message;

    private StoredResult(StoredMessage message) {
        super(message);
        this.message = message;
    }

    /** Single parts are taken out of the message by James. */
    public static MessageResult of(MailboxMessage message, FetchGroup wanted) throws MailboxException {
        return message instanceof StoredMessage stored
                        && wanted.getPartContentDescriptors().isEmpty()
                ? new StoredResult(stored)
                : ResultUtils.loadMessageResult(message, wanted);
    }

    public StoredMessage message() {
        return message;
    }
}
