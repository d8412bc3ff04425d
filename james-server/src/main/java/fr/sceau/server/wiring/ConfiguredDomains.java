package fr.sceau.server.wiring;

import java.util.List;
import org.apache.james.core.Domain;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;

/** The domains of {@code sceau.properties}; they change with the file and a restart. */
final class ConfiguredDomains implements DomainList {
    private final List<Domain> domains;

    ConfiguredDomains(List<String> names) {
        this.domains = names.stream().map(Domain::of).toList();
    }

    @Override
    public List<Domain> getDomains() {
        return domains;
    }

    @Override
    public boolean containsDomain(Domain domain) {
        return domains.contains(domain);
    }

    @Override
    public Domain getDefaultDomain() {
        return domains.get(0);
    }

    @Override
    public void addDomain(Domain domain) throws DomainListException {
        throw new DomainListException("domains stand in sceau.properties");
    }

    @Override
    public void removeDomain(Domain domain) throws DomainListException {
        throw new DomainListException("domains stand in sceau.properties");
    }
}
