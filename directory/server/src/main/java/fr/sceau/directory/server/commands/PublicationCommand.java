package fr.sceau.directory.server.commands;

import fr.sceau.directory.server.publishing.Operation;
import fr.sceau.directory.server.publishing.Publications;
import fr.sceau.directory.server.publishing.Standing;
import fr.sceau.directory.server.publishing.Survey;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What became of the publication of each mailbox, and what the operator says to it. */
@Command(
        name = "publication",
        mixinStandardHelpOptions = true,
        description = {
            "Où en est la publication des boîtes de la maison à l'annuaire national : ce qui est publié, attend, est refusé et pourquoi.",
            "Ce qui diffère de own/mailboxes.tsv part de soi-même quand l'annuaire est en service et que publication.url est",
            "renseigné. L'interface nationale est annoncée et pas encore ouverte : elle n'a pas été essayée. Code 3 s'il y a à faire."
        })
final class PublicationCommand implements Callable<Integer> {
    private static final int TO_BE_DONE = 3;
    private static final DateTimeFormatter DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.FRANCE);

    @Option(
            names = "--home",
            required = true,
            defaultValue = "${sys:sceau.home}", // given by the launcher
            paramLabel = "DOSSIER",
            description = "le dossier de l'installation")
    private @Nullable Path home;

    @Option(
            names = "--retry",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ADRESSE",
            description = "redemande ce qui est refusé ou attend (d'une boîte, ou de toutes), sans attendre")
    private @Nullable String retried;

    @Option(
            names = "--forget",
            paramLabel = "ADRESSE",
            description = "tient une boîte pour non publiée, quand vous avez vu qu'elle ne l'est pas")
    private @Nullable String forgotten;

    @Option(names = "--confirm", description = "laisse partir les retraits retenus")
    private boolean confirmed;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RefusedFileException {
        Publications publications = Publications.of(Objects.requireNonNull(home), Clock.systemUTC());
        say(publications);
        Survey survey = publications.survey();
        survey.standings().forEach(this::print);
        survey.advice().forEach(advice -> out().printf("conseil : %s%n", advice));
        survey.unread().forEach(line -> out().printf(
                        "own/mailboxes.tsv, ligne %d laissée de côté : %s%n", line.number(), line.reason()));
        if (!publications.isConfigured()) {
            out().println("Rien ne part : publication.url est vide dans conf/sceau.properties.");
            return 0;
        }
        if (survey.notBefore().isAfter(Instant.now())) {
            out().printf("Prochaine demande : %s%n", day(survey.notBefore()));
        }
        return isWrong(survey) ? TO_BE_DONE : 0;
    }

    private static boolean isWrong(Survey survey) {
        return !survey.unread().isEmpty()
                || survey.standings().stream().anyMatch(one -> one.state().isForOperator());
    }

    private void say(Publications publications) throws IOException, RefusedFileException {
        Survey before = publications.survey();
        if (forgotten != null) {
            publications.forget(known(forgotten, before));
        }
        if (confirmed) {
            publications.confirm();
        }
        if (retried != null) {
            publications.retry(retried.isEmpty() ? retried : known(retried, before));
        }
    }

    private String known(String written, Survey survey) {
        String address = written.toLowerCase(Locale.ROOT);
        if (survey.standings().stream().noneMatch(one -> one.address().equals(address))) {
            throw new ParameterException(spec.commandLine(), "Boîte ni publiée, ni à publier : " + address);
        }
        return address;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void print(Standing one) {
        out().printf("%s\t%s%n", one.address(), sentence(one));
    }

    private static String sentence(Standing one) {
        String asked = one.operation().map(Operation::word).orElse("");
        String since = one.since().map(PublicationCommand::day).orElse("");
        String why = one.reason().isEmpty() ? "" : " : " + one.reason();
        return switch (one.state()) {
            case PUBLISHED -> "publiée le " + since + ", accusé " + one.reason();
            case RED_LISTED -> "sur liste rouge, pas publiée";
            case WAITING -> asked + " en attente" + (since.isEmpty() ? "" : " depuis le " + since) + tries(one) + why;
            case REFUSED -> asked + " refusé" + feminine(one) + " le " + since + why;
            case UNPUBLISHABLE -> "ne peut pas être publiée" + why;
            case HELD -> asked + " retenu" + why + " (--confirm le laisse partir)";
        };
    }

    private static String feminine(Standing one) {
        return one.operation()
                        .filter(operation -> operation == Operation.DELETE)
                        .isPresent()
                ? ""
                : "e";
    }

    private static String tries(Standing one) {
        return one.failures() == 0 ? "" : ", essais : " + one.failures();
    }

    private static String day(Instant instant) {
        return DAY_AND_HOUR.format(instant.atZone(ZoneId.systemDefault()));
    }
}
