package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.certificates.BindingFolder;
import fr.sceau.directory.server.certificates.BindingFolder.Dropped;
import fr.sceau.directory.server.importing.Age;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which version is there, and where it came from. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "La version servie, et ses sources. Code 3 si une extraction a deux jours ou plus, ou si une boîte liée à un certificat a",
            "changé de titulaire sans que personne en ait pris acte (certificates --acknowledge)."
        })
final class StatusCommand implements Callable<Integer> {
    private static final int ALARM = 3;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Country country = index.open()) {
            Version version = country.version();
            out.printf(
                    "Version %d du %s, %d entrées, empreinte %016x%n",
                    version.number(), version.day(), country.size(), country.fingerprint());
            new TreeMap<>(version.sources()).forEach((part, file) -> out.printf("  %-18s %s%n", part, file));
            List<LocalDate> stale = Age.stale(version, LocalDate.now());
            stale.forEach(day -> out.printf("ALARME : rien de plus récent que l'extraction du %s%n", day));
            List<Dropped> dropped = new BindingFolder(index.directory()).dropped();
            dropped.forEach(one -> out.println(CertificatesCommand.alarm(one)));
            return stale.isEmpty() && dropped.isEmpty() ? 0 : ALARM;
        }
    }
}
