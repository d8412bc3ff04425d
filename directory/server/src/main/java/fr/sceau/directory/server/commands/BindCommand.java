package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.certificates.Binding;
import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.Holder;
import fr.sceau.directory.server.certificates.Judge;
import fr.sceau.directory.server.certificates.Refusal;
import fr.sceau.directory.server.entries.Holders;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.sources.CertificateSources;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a certificate for a correspondent's mailbox, where it proves that it is its holder's. */
@Command(
        name = "bind",
        mixinStandardHelpOptions = true,
        description = {
            "Lie un certificat à la boîte d'un correspondant : dès lors l'annuaire le publie, et l'on chiffre pour lui.",
            "Il faut qu'il soit valable, émis par une autorité de trust/, prévu pour chiffrer du courrier, et qu'il nomme le",
            "titulaire que l'annuaire national donne à la boîte (IdNat_PS, ou structure) ; s'il nomme des adresses, celle-ci.",
            "Une signature reçue ne lie jamais rien. La liaison tombe quand la boîte change de titulaire. Code 1 : refusé."
        })
final class BindCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HomeOption installation;

    @Parameters(index = "0", paramLabel = "ADRESSE", description = "la boîte du correspondant")
    private @Nullable String address;

    @Parameters(index = "1", paramLabel = "FICHIER", description = "son certificat, en DER ou PEM")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        Optional<X509Certificate> certificate = CertificateSources.certificate(Objects.requireNonNull(file));
        if (certificate.isEmpty()) {
            return refuse(Refusal.UNREADABLE);
        }
        String box = Objects.requireNonNull(address).toLowerCase(Locale.ROOT);
        if (installation.mailboxes().stream().anyMatch(own -> own.address().equals(box))) {
            return refuse(Refusal.OF_THE_HOUSE);
        }
        try (Country country = index.open()) {
            return bind(box, certificate.get(), country);
        }
    }

    private int bind(String box, X509Certificate certificate, Country country) throws IOException {
        Optional<Holder> holder = country.find(NationalEntries.mailbox(box))
                .filter(entry -> "actif".equals(entry.getAttributeValue("asStatut")))
                .map(Holder::of);
        Instant now = Instant.now();
        Optional<Refusal> refusal = holder.isEmpty()
                ? Optional.of(Refusal.NOT_PUBLISHED)
                : Binding.unproved(box, certificate, holder.get(), new Holders(country::find)::isOnePerson)
                        .or(() -> judged(certificate, now));
        return refusal.isPresent()
                ? refuse(refusal.get())
                : write(new Binding(box, noted(certificate, holder.orElseThrow()), certificate, now));
    }

    private Optional<Refusal> judged(X509Certificate certificate, Instant now) {
        try {
            Judge judge = CertificateSources.judge(installation.directory());
            return judge.judge(List.of(certificate), now).getOrDefault(certificate, Optional.of(Refusal.NOT_CHECKED));
        } catch (IOException unreadable) {
            return Optional.of(Refusal.NOT_CHECKED);
        }
    }

    /** Of the structures of a mailbox only the one that the certificate names. */
    private static Holder noted(X509Certificate certificate, Holder published) {
        return published.person().isPresent()
                ? published
                : Holder.of(certificate).orElseThrow();
    }

    private int write(Binding binding) throws IOException {
        boolean made = new BindingFolder(installation.directory()).bind(binding);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s : %s (%s)%n",
                        binding.address(),
                        made ? "lié" : "déjà lié",
                        CertificateLine.of(binding.certificate()).replace("\t", ", au "));
        return 0;
    }

    private int refuse(Refusal refusal) {
        spec.commandLine().getErr().printf("Refusé : %s%n", refusal.sentence());
        return 1;
    }
}
