package fr.sceau.server.shared;

import java.util.List;
import java.util.Set;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.InsufficientRightsException;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.mailbox.model.MailboxPath;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** RFC 5464: annotations of a folder are its owner's alone. */
abstract class ForwardingAnnotations extends ForwardingRights {
    ForwardingAnnotations(MailboxManager inner, Rights rights, PersonTrace trace) {
        super(inner, rights, trace);
    }

    @Override
    public List<MailboxAnnotation> getAllAnnotations(MailboxPath path, MailboxSession session) throws MailboxException {
        return inner.getAllAnnotations(own(path, session), session);
    }

    @Override
    public Publisher<MailboxAnnotation> getAllAnnotationsReactive(MailboxPath path, MailboxSession session) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMapMany(real -> Flux.from(inner.getAllAnnotationsReactive(real, session)));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeys(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) throws MailboxException {
        return inner.getAnnotationsByKeys(own(path, session), session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMapMany(real -> Flux.from(inner.getAnnotationsByKeysReactive(real, session, keys)));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithOneDepth(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) throws MailboxException {
        return inner.getAnnotationsByKeysWithOneDepth(own(path, session), session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysWithOneDepthReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMapMany(real -> Flux.from(inner.getAnnotationsByKeysWithOneDepthReactive(real, session, keys)));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithAllDepth(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) throws MailboxException {
        return inner.getAnnotationsByKeysWithAllDepth(own(path, session), session, keys);
    }

    @Override
    public Publisher<MailboxAnnotation> getAnnotationsByKeysWithAllDepthReactive(
            MailboxPath path, MailboxSession session, Set<MailboxAnnotationKey> keys) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMapMany(real -> Flux.from(inner.getAnnotationsByKeysWithAllDepthReactive(real, session, keys)));
    }

    @Override
    public void updateAnnotations(MailboxPath path, MailboxSession session, List<MailboxAnnotation> annotations)
            throws MailboxException {
        inner.updateAnnotations(own(path, session), session, annotations);
    }

    @Override
    public Publisher<Void> updateAnnotationsReactive(
            MailboxPath path, MailboxSession session, List<MailboxAnnotation> annotations) {
        return Mono.fromCallable(() -> own(path, session))
                .flatMap(real -> Mono.from(inner.updateAnnotationsReactive(real, session, annotations)));
    }

    private static MailboxPath own(MailboxPath path, MailboxSession session) throws InsufficientRightsException {
        return Names.place(path, session)
                .filter(place -> place.belongsTo(session))
                .map(Place::path)
                .orElseThrow(() -> new InsufficientRightsException("annotations are the owner's"));
    }
}
