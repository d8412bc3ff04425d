package fr.sceau.bench.directory;

import picocli.CommandLine.Command;

/** The steps of {@code ./sceau prove directory}, in the order in which the script takes them. */
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = "L'annuaire à la taille d'un pays, à côté de slapd.",
        synopsisSubcommandLabel = "COMMANDE",
        subcommands = {
            ImportCommand.class,
            StartCommand.class,
            SchemaCommand.class,
            LoadCommand.class,
            CompareCommand.class
        })
public final class DirectoryCommand {}
