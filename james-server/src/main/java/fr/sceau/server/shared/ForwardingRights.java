package fr.sceau.server.shared;

import static org.apache.james.mailbox.store.MailboxReactorUtils.block;
import static org.apache.james.mailbox.store.MailboxReactorUtils.blockOptional;

import fr.sceau.mailets.trace.Event;
import java.util.List;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.ACLCommand;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The commands of RFC 4314: everybody may ask for her own rights; only the owner reads and changes a folder's ACL. The
 * rights on a whole box are the operator's to give ({@code ./sceau mailbox share}).
 */
abstract class ForwardingRights extends ForwardingMailboxes {
    private final Rights rights;
    private final PersonTrace trace;

    ForwardingRights(MailboxManager inner, Rights rights, PersonTrace trace) {
        super(inner);
        this.rights = rights;
        this.trace = trace;
    }

    @Override
    public Rfc4314Rights myRights(Mailbox mailbox, MailboxSession session) {
        return rights.of(session, mailbox);
    }

    @Override
    public Publisher<Rfc4314Rights> myRightsReactive(MailboxPath path, MailboxSession session) {
        return Mono.from(getMailboxReactive(path, session)).map(folder -> rights.of(session, Opening.entity(folder)));
    }

    @Override
    public Rfc4314Rights myRights(MailboxPath path, MailboxSession session) throws MailboxException {
        return block(Mono.from(myRightsReactive(path, session)));
    }

    @Override
    public Publisher<Rfc4314Rights> myRights(MailboxId id, MailboxSession session) {
        return Mono.from(getMailboxReactive(id, session)).map(folder -> rights.of(session, Opening.entity(folder)));
    }

    @Override
    public boolean hasRight(Mailbox mailbox, Right right, MailboxSession session) {
        return myRights(mailbox, session).contains(right);
    }

    @Override
    public boolean hasRight(MailboxPath path, Right right, MailboxSession session) throws MailboxException {
        return myRights(path, session).contains(right);
    }

    @Override
    public boolean hasRight(MailboxId id, Right right, MailboxSession session) throws MailboxException {
        return block(Mono.from(myRights(id, session))).contains(right);
    }

    @Override
    public Publisher<Boolean> hasRightReactive(MailboxPath path, Right right, MailboxSession session) {
        return Mono.from(myRightsReactive(path, session)).map(mine -> mine.contains(right));
    }

    @Override
    public List<Rfc4314Rights> listRights(MailboxPath path, EntryKey key, MailboxSession session)
            throws MailboxException {
        return inner.listRights(own(path, session).path(), key, session);
    }

    @Override
    public List<Rfc4314Rights> listRights(Mailbox mailbox, EntryKey key, MailboxSession session)
            throws MailboxException {
        rights.need(session, mailbox, Right.Administer);
        return inner.listRights(mailbox, key, session);
    }

    @Override
    public MailboxACL listRights(MailboxPath path, MailboxSession session) throws MailboxException {
        return inner.listRights(own(path, session).path(), session);
    }

    @Override
    public MailboxACL listRights(MailboxId id, MailboxSession session) throws MailboxException {
        rights.need(session, getMailbox(id, session).getMailboxEntity(), Right.Administer);
        return inner.listRights(id, session);
    }

    @Override
    public Publisher<Void> applyRightsCommandReactive(MailboxPath path, ACLCommand command, MailboxSession session) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMap(place -> Mono.from(inner.getMailboxReactive(place.path(), session))
                        .flatMap(folder -> Mono.from(inner.applyRightsCommandReactive(
                                        place.path(), Rights.ofLogin(command), session))
                                .then(changed(folder.getId(), place, session))));
    }

    @Override
    public void applyRightsCommand(MailboxPath path, ACLCommand command, MailboxSession session)
            throws MailboxException {
        blockOptional(Mono.from(applyRightsCommandReactive(path, command, session)));
    }

    @Override
    public void applyRightsCommand(MailboxId id, ACLCommand command, MailboxSession session) throws MailboxException {
        applyRightsCommand(getMailbox(id, session).getMailboxPath(), command, session);
    }

    @Override
    public void setRights(MailboxPath path, MailboxACL acl, MailboxSession session) throws MailboxException {
        Place place = own(path, session);
        MailboxId id = inner.getMailbox(place.path(), session).getId();
        inner.setRights(place.path(), acl, session);
        blockOptional(changed(id, place, session));
    }

    @Override
    public void setRights(MailboxId id, MailboxACL acl, MailboxSession session) throws MailboxException {
        setRights(getMailbox(id, session).getMailboxPath(), acl, session);
    }

    /** Folders that are open elsewhere learn of it before the owner is answered. */
    private Mono<Void> changed(MailboxId id, Place place, MailboxSession session) {
        return Mono.<Void>fromRunnable(() -> {
                    rights.changed(id, () -> acl(id, session));
                    trace.folder(Event.RIGHTS_CHANGED, session, place.owner(), id.serialize());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private MailboxACL acl(MailboxId id, MailboxSession session) {
        try {
            return inner.getMailbox(id, session).getMailboxEntity().getACL();
        } catch (MailboxNotFoundException e) {
            return MailboxACL.EMPTY; // deleted meanwhile: it will never be found again
        } catch (MailboxException e) {
            throw new IllegalStateException("rights changed, and cannot be read", e);
        }
    }

    private static Place own(MailboxPath path, MailboxSession session) throws InsufficientRightsException {
        return Names.place(path, session)
                .filter(place -> place.belongsTo(session))
                .orElseThrow(() -> new InsufficientRightsException("the ACL is its owner's"));
    }
}
