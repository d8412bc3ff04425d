package fr.sceau.server.shared;

import static org.apache.james.mailbox.store.MailboxReactorUtils.block;
import static org.apache.james.mailbox.store.MailboxReactorUtils.blockOptional;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.MultimailboxesSearchQuery;
import org.apache.james.mailbox.model.ThreadId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What needs no thought about whose folder it is, and the waiting forms of what does. */
abstract class ForwardingMailboxes implements MailboxManager {
    final MailboxManager inner;

    ForwardingMailboxes(MailboxManager inner) {
        this.inner = inner;
    }

    @Override
    public MessageManager getMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
        return block(Mono.from(getMailboxReactive(path, session)));
    }

    @Override
    public MessageManager getMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        return block(Mono.from(getMailboxReactive(id, session)));
    }

    @Override
    public Optional<MailboxId> createMailbox(MailboxPath path, CreateOption option, MailboxSession session)
            throws MailboxException {
        return blockOptional(Mono.from(createMailboxReactive(path, option, session)));
    }

    @Override
    public void deleteMailbox(MailboxPath path, MailboxSession session) throws MailboxException {
        blockOptional(deleteMailboxReactive(path, session));
    }

    @Override
    public Mailbox deleteMailbox(MailboxId id, MailboxSession session) throws MailboxException {
        Mailbox folder = getMailbox(id, session).getMailboxEntity();
        deleteMailbox(Names.shown(folder.generateAssociatedPath(), session), session);
        return folder;
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxPath from, MailboxPath to, RenameOption option, MailboxSession session) throws MailboxException {
        return block(Mono.from(renameMailboxReactive(from, to, option, session)));
    }

    @Override
    public List<MailboxRenamedResult> renameMailbox(
            MailboxId id, MailboxPath to, RenameOption option, MailboxSession session) throws MailboxException {
        return renameMailbox(getMailbox(id, session).getMailboxPath(), to, option, session);
    }

    @Override
    public List<MessageRange> copyMessages(MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session)
            throws MailboxException {
        return copyMessages(
                set, getMailbox(from, session).getId(), getMailbox(to, session).getId(), session);
    }

    @Override
    public List<MessageRange> copyMessages(MessageRange set, MailboxId from, MailboxId to, MailboxSession session)
            throws MailboxException {
        return block(Flux.from(copyMessagesReactive(set, from, to, session)).collectList());
    }

    @Override
    public List<MessageRange> moveMessages(MessageRange set, MailboxPath from, MailboxPath to, MailboxSession session)
            throws MailboxException {
        return moveMessages(
                set, getMailbox(from, session).getId(), getMailbox(to, session).getId(), session);
    }

    @Override
    public List<MessageRange> moveMessages(MessageRange set, MailboxId from, MailboxId to, MailboxSession session)
            throws MailboxException {
        return block(Flux.from(moveMessagesReactive(set, from, to, session)).collectList());
    }

    @Override
    public boolean hasChildren(MailboxPath path, MailboxSession session) throws MailboxException {
        return block(Mono.from(hasChildrenReactive(path, session)));
    }

    @Override
    public EnumSet<MailboxCapabilities> getSupportedMailboxCapabilities() {
        return inner.getSupportedMailboxCapabilities();
    }

    @Override
    public boolean hasCapability(MailboxCapabilities capability) {
        return inner.hasCapability(capability);
    }

    @Override
    public EnumSet<MessageCapabilities> getSupportedMessageCapabilities() {
        return inner.getSupportedMessageCapabilities();
    }

    @Override
    public EnumSet<SearchCapabilities> getSupportedSearchCapabilities() {
        return inner.getSupportedSearchCapabilities();
    }

    @Override
    public Publisher<MessageId> search(MultimailboxesSearchQuery query, MailboxSession session, long limit) {
        return inner.search(query, session, limit);
    }

    @Override
    public Publisher<MessageId> getThread(ThreadId thread, MailboxSession session) {
        return inner.getThread(thread, session);
    }

    @Override
    public List<MailboxPath> list(MailboxSession session) throws MailboxException {
        return inner.list(session);
    }

    @Override
    public MessageId.Factory getMessageIdFactory() {
        return inner.getMessageIdFactory();
    }

    @Override
    public MailboxSession createSystemSession(Username user) {
        return inner.createSystemSession(user);
    }

    @Override
    public AuthorizationStep authenticate(Username login, String password) {
        return inner.authenticate(login, password);
    }

    @Override
    public AuthorizationStep authenticate(Username login) {
        return inner.authenticate(login);
    }

    @Override
    public void startProcessingRequest(MailboxSession session) {
        inner.startProcessingRequest(session);
    }

    @Override
    public void endProcessingRequest(MailboxSession session) {
        inner.endProcessingRequest(session);
    }
}
