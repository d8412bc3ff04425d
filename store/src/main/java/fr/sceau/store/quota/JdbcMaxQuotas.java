package fr.sceau.store.quota;

import fr.sceau.store.quota.Limits.Holder;
import fr.sceau.store.quota.Limits.Kind;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.core.Domain;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.model.Quota.Scope;
import org.apache.james.mailbox.model.QuotaRoot;

/** How much may be kept: for one person, for a domain, for all. The narrower limit counts. */
public final class JdbcMaxQuotas extends ReactiveLimits {
    private final Limits limits;

    @Inject
    public JdbcMaxQuotas(DataSource database) {
        this.limits = new Limits(database);
    }

    @Override
    public void setMaxStorage(QuotaRoot root, QuotaSizeLimit limit) {
        limits.set(Holder.of(root), Kind.OCTETS, limit.asLong());
    }

    @Override
    public void removeMaxStorage(QuotaRoot root) {
        limits.set(Holder.of(root), Kind.OCTETS, null);
    }

    @Override
    public void setMaxMessage(QuotaRoot root, QuotaCountLimit limit) {
        limits.set(Holder.of(root), Kind.MESSAGES, limit.asLong());
    }

    @Override
    public void removeMaxMessage(QuotaRoot root) {
        limits.set(Holder.of(root), Kind.MESSAGES, null);
    }

    @Override
    public void setGlobalMaxStorage(QuotaSizeLimit limit) {
        limits.set(Holder.GLOBAL, Kind.OCTETS, limit.asLong());
    }

    @Override
    public void removeGlobalMaxStorage() {
        limits.set(Holder.GLOBAL, Kind.OCTETS, null);
    }

    @Override
    public Optional<QuotaSizeLimit> getGlobalMaxStorage() {
        return limits.get(Holder.GLOBAL, Kind.OCTETS).map(Limits::size);
    }

    @Override
    public void setGlobalMaxMessage(QuotaCountLimit limit) {
        limits.set(Holder.GLOBAL, Kind.MESSAGES, limit.asLong());
    }

    @Override
    public void removeGlobalMaxMessage() {
        limits.set(Holder.GLOBAL, Kind.MESSAGES, null);
    }

    @Override
    public Optional<QuotaCountLimit> getGlobalMaxMessage() {
        return limits.get(Holder.GLOBAL, Kind.MESSAGES).map(Limits::count);
    }

    @Override
    public void setDomainMaxStorage(Domain domain, QuotaSizeLimit limit) {
        limits.set(Holder.of(domain), Kind.OCTETS, limit.asLong());
    }

    @Override
    public void removeDomainMaxStorage(Domain domain) {
        limits.set(Holder.of(domain), Kind.OCTETS, null);
    }

    @Override
    public Optional<QuotaSizeLimit> getDomainMaxStorage(Domain domain) {
        return limits.get(Holder.of(domain), Kind.OCTETS).map(Limits::size);
    }

    @Override
    public void setDomainMaxMessage(Domain domain, QuotaCountLimit limit) {
        limits.set(Holder.of(domain), Kind.MESSAGES, limit.asLong());
    }

    @Override
    public void removeDomainMaxMessage(Domain domain) {
        limits.set(Holder.of(domain), Kind.MESSAGES, null);
    }

    @Override
    public Optional<QuotaCountLimit> getDomainMaxMessage(Domain domain) {
        return limits.get(Holder.of(domain), Kind.MESSAGES).map(Limits::count);
    }

    @Override
    public Map<Scope, QuotaCountLimit> listMaxMessagesDetails(QuotaRoot root) {
        return quotaDetails(root).getMaxMessageDetails();
    }

    @Override
    public Map<Scope, QuotaSizeLimit> listMaxStorageDetails(QuotaRoot root) {
        return quotaDetails(root).getMaxStorageDetails();
    }

    @Override
    public QuotaDetails quotaDetails(QuotaRoot root) {
        return limits.of(root);
    }
}
