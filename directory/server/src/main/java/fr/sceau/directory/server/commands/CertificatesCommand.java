package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.BindingFolder.Dropped;
import fr.sceau.directory.server.entries.Decision;
import fr.sceau.directory.server.entries.DirectorySchema;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.served.Served;
import fr.sceau.directory.server.sources.CertificateSources;
import fr.sceau.directory.server.sources.Content;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which certificates are served now, and why others are not. */
@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description = {
            "Les certificats de own/certificates et ceux qui sont liés à des correspondants : lesquels sont servis, et pourquoi les",
            "autres ne le sont pas ; les liaisons tombées avec un changement de titulaire, tant que personne n'en a pris acte.",
            "Code 1 si l'un n'est pas servi ou si une liaison est tombée ; un certificat expiré et remplacé ne compte pas."
        })
final class CertificatesCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HomeOption installation;

    @Option(
            names = "--acknowledge",
            paramLabel = "ADRESSE",
            description = "prend acte de la liaison tombée de cette boîte : elle n'est plus une alarme")
    private @Nullable String acknowledged;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        BindingFolder bindings = new BindingFolder(installation.directory());
        PrintWriter out = spec.commandLine().getOut();
        if (acknowledged != null && bindings.acknowledge(acknowledged.toLowerCase(Locale.ROOT)) == 0) {
            spec.commandLine().getErr().printf("Pas de liaison tombée pour %s.%n", acknowledged);
            return 1;
        }
        List<Decision> decisions = decisions();
        List<CertificateLine> lines = decisions.stream()
                .map(one -> CertificateLine.of(one, decisions))
                .toList();
        out.println(CertificateLine.HEADER);
        lines.forEach(line -> out.println(line.text()));
        List<Dropped> dropped = bindings.dropped();
        dropped.forEach(one -> out.println(alarm(one)));
        return dropped.isEmpty() && lines.stream().allMatch(CertificateLine::isGood) ? 0 : 1;
    }

    /** As the running directory decides it, on the version that is there now. */
    private List<Decision> decisions() throws IOException, RefusedFileException {
        CertificateSources sources = new CertificateSources(installation.directory());
        sources.refresh(Instant.now());
        Content content = new Content(installation.mailboxes(), sources.offered(), List.of(), Set.of());
        try (Country country = index.open();
                Served served = new Served(country.reading(), content, DirectorySchema.load())) {
            return served.decisions();
        }
    }

    /** One line, for `status` too. */
    static String alarm(Dropped dropped) {
        return String.format(
                "ALARME : %s a changé de titulaire, sa liaison est tombée (%s)", dropped.address(), dropped.at());
    }
}
