package fr.sceau.store.quota;

import fr.sceau.store.database.Blocking;
import org.apache.james.core.Domain;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.reactivestreams.Publisher;

/** The reactive half of James' interface: the other half on a thread that may wait. */
abstract class ReactiveLimits implements MaxQuotaManager {

    @Override
    public Publisher<Void> setMaxStorageReactive(QuotaRoot root, QuotaSizeLimit limit) {
        return Blocking.run(() -> setMaxStorage(root, limit));
    }

    @Override
    public Publisher<Void> removeMaxStorageReactive(QuotaRoot root) {
        return Blocking.run(() -> removeMaxStorage(root));
    }

    @Override
    public Publisher<Void> setMaxMessageReactive(QuotaRoot root, QuotaCountLimit limit) {
        return Blocking.run(() -> setMaxMessage(root, limit));
    }

    @Override
    public Publisher<Void> removeMaxMessageReactive(QuotaRoot root) {
        return Blocking.run(() -> removeMaxMessage(root));
    }

    @Override
    public Publisher<Void> setGlobalMaxStorageReactive(QuotaSizeLimit limit) {
        return Blocking.run(() -> setGlobalMaxStorage(limit));
    }

    @Override
    public Publisher<Void> removeGlobalMaxStorageReactive() {
        return Blocking.run(() -> removeGlobalMaxStorage());
    }

    @Override
    public Publisher<QuotaSizeLimit> getGlobalMaxStorageReactive() {
        return Blocking.mono(() -> getGlobalMaxStorage().orElse(null));
    }

    @Override
    public Publisher<Void> setGlobalMaxMessageReactive(QuotaCountLimit limit) {
        return Blocking.run(() -> setGlobalMaxMessage(limit));
    }

    @Override
    public Publisher<Void> removeGlobalMaxMessageReactive() {
        return Blocking.run(() -> removeGlobalMaxMessage());
    }

    @Override
    public Publisher<QuotaCountLimit> getGlobalMaxMessageReactive() {
        return Blocking.mono(() -> getGlobalMaxMessage().orElse(null));
    }

    @Override
    public Publisher<Void> setDomainMaxStorageReactive(Domain domain, QuotaSizeLimit limit) {
        return Blocking.run(() -> setDomainMaxStorage(domain, limit));
    }

    @Override
    public Publisher<Void> removeDomainMaxStorageReactive(Domain domain) {
        return Blocking.run(() -> removeDomainMaxStorage(domain));
    }

    @Override
    public Publisher<QuotaSizeLimit> getDomainMaxStorageReactive(Domain domain) {
        return Blocking.mono(() -> getDomainMaxStorage(domain).orElse(null));
    }

    @Override
    public Publisher<Void> setDomainMaxMessageReactive(Domain domain, QuotaCountLimit limit) {
        return Blocking.run(() -> setDomainMaxMessage(domain, limit));
    }

    @Override
    public Publisher<Void> removeDomainMaxMessageReactive(Domain domain) {
        return Blocking.run(() -> removeDomainMaxMessage(domain));
    }

    @Override
    public Publisher<QuotaCountLimit> getDomainMaxMessageReactive(Domain domain) {
        return Blocking.mono(() -> getDomainMaxMessage(domain).orElse(null));
    }

    @Override
    public Publisher<QuotaDetails> quotaDetailsReactive(QuotaRoot root) {
        return Blocking.mono(() -> quotaDetails(root));
    }
}
