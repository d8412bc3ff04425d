package fr.sceau.directory.server.entries;

import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.CertificateFile;
import fr.sceau.directory.server.certificates.Holder;
import fr.sceau.directory.server.certificates.Offered;
import fr.sceau.directory.server.certificates.Refusal;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.sources.Content;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which certificates are served with the mailboxes of one version of the country: those of the house's own by the operator's files,
 * those of others by bindings whose holder is the one of that very version.
 */
public final class ServedCertificates {
    private final Holders holders;
    private final Map<String, Holder> own;
    private final Offered offered;
    private final List<Decision> decisions = new ArrayList<>();

    private ServedCertificates(Nation nation, Content content) {
        this.holders = new Holders(nation::find);
        this.own = content.ownMailboxes().stream()
                .collect(Collectors.groupingBy(
                        Mailbox::address,
                        Collectors.collectingAndThen(Collectors.toList(), ServedCertificates::holder)));
        this.offered = content.certificates();
    }

    public static ServedCertificates of(Nation nation, Content content) {
        ServedCertificates publication = new ServedCertificates(nation, content);
        publication.decide();
        return publication;
    }

    /** About each file. */
    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** What is served by address, the newest first. */
    Map<String, List<X509Certificate>> served() {
        Map<String, List<X509Certificate>> served = new LinkedHashMap<>();
        decisions.stream().filter(Decision::isServed).forEach(decision -> decision.certificate()
                .ifPresent(certificate -> served.computeIfAbsent(decision.address(), address -> new ArrayList<>())
                        .add(certificate)));
        served.values()
                .forEach(list -> list.sort(
                        Comparator.comparing(X509Certificate::getNotBefore).reversed()));
        return served;
    }

    private static Holder holder(Collection<Mailbox> lines) {
        Mailbox first = lines.iterator().next();
        List<String> structures = lines.stream()
                .map(Mailbox::structure)
                .filter(structure -> !structure.isEmpty())
                .toList();
        return Holder.of(first.type(), first.idNatPs(), structures);
    }

    private void decide() {
        offered.files().forEach(file -> decisions.add(decision(file)));
        offered.bindings().forEach(binding -> decisions.add(decision(binding)));
        offered.unreadable()
                .forEach(name -> decisions.add(
                        new Decision(name, "", Optional.empty(), Optional.empty(), Optional.of(Refusal.UNREADABLE))));
    }

    private Decision decision(CertificateFile file) {
        Optional<String> address = file.address(this::isMailbox);
        Optional<Refusal> refusal = address.map(known -> refusal(file, known)).orElse(Optional.of(Refusal.NO_MAILBOX));
        return new Decision(
                file.name() + ".cer", address.orElse(""), Optional.of(file.certificate()), Optional.empty(), refusal);
    }

    private boolean isMailbox(String address) {
        return own.containsKey(address) || holders.of(address).isPresent();
    }

    private Optional<Refusal> refusal(CertificateFile file, String address) {
        Holder holder = own.get(address);
        if (holder == null) {
            return Optional.of(Refusal.NOT_BOUND);
        }
        if (!file.isFor(address)) {
            return Optional.of(Refusal.OTHER_ADDRESS);
        }
        boolean anothers = Holder.of(file.certificate())
                .filter(named -> holder.isContradictedBy(named, holders::isOnePerson))
                .isPresent();
        return anothers ? Optional.of(Refusal.OTHER_HOLDER) : offered.refusal(file.certificate());
    }

    private Decision decision(Binding binding) {
        return new Decision(
                binding.fileName(),
                binding.address(),
                Optional.of(binding.certificate()),
                Optional.of(binding),
                refusal(binding));
    }

    private Optional<Refusal> refusal(Binding binding) {
        if (own.containsKey(binding.address())) {
            return Optional.of(Refusal.OF_THE_HOUSE);
        }
        Optional<Holder> now = holders.of(binding.address());
        return now.map(holder -> refusal(binding, holder)).orElse(Optional.of(Refusal.NOT_PUBLISHED));
    }

    private Optional<Refusal> refusal(Binding binding, Holder now) {
        if (!now.isKnown()) {
            return Optional.of(Refusal.HOLDER_UNKNOWN);
        }
        if (!now.isStill(binding.holder(), holders::isOnePerson)) {
            return Optional.of(Refusal.PASSED_ON);
        }
        return Binding.unproved(binding.address(), binding.certificate(), now, holders::isOnePerson)
                .or(() -> offered.refusal(binding.certificate()));
    }
}
