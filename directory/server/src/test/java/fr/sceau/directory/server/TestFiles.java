package fr.sceau.directory.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files in the official layouts, with invented content. */
public final class TestFiles {
    /** The 56 columns of 2026. */
    public static final List<String> ACTIVITY_HEADER = List.of("""
            Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité \
            d'exercice|Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé \
            profession|Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé \
            type savoir-faire|Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro \
            SIRET site|Numéro SIREN site|Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique \
            de la structure|Raison sociale site|Enseigne commerciale site|Complément destinataire (coord. \
            structure)|Complément point géographique (coord. structure)|Numéro Voie (coord. structure)|Indice \
            répétition voie (coord. structure)|Code type de voie (coord. structure)|Libellé type de voie (coord. \
            structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|Bureau cedex (coord. \
            structure)|Code postal (coord. structure)|Code commune (coord. structure)|Libellé commune (coord. \
            structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|Téléphone (coord. \
            structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|Adresse e-mail (coord. \
            structure)|Code Département (structure)|Libellé Département (structure)|Ancien identifiant de la \
            structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|Code section tableau \
            pharmaciens|Libellé section tableau pharmaciens|Code rôle|Libellé rôle|Code genre activité|Libellé genre \
            activité""".split("\\|"));

    /** The 31 columns of the mailboxes. */
    public static final List<String> MAILBOX_HEADER = List.of("""
            Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|Identification nationale PP|Type identifiant \
            structure|Identification Structure|Service de rattachement|Civilité d'exercice|Nom d'exercice|Prénom \
            d'exercice|Catégorie profession|Libellé de catégorie profession|Code Profession|Libellé Profession|Code \
            savoir-faire|Libellé savoir-faire|Dématérialisation|Raison Sociale structure BAL|Enseigne commerciale \
            structure BAL|L2COMPLEMENTLOCALISATION structure BAL|L3COMPLEMENTDISTRIBUTION structure BAL|L4NUMEROVOIE \
            structure BAL|L4COMPLEMENTNUMEROVOIE structure BAL|NL4TYPEVOIE structure BAL|L4LIBELLEVOIE structure \
            BAL|L5LIEUDITMENTION structure BAL|L6LIGNEACHEMINEMENT structure BAL|Code postal structure BAL|Département \
            structure BAL|Pays structure BAL""".split("\\|"));

    public static final String OWN_HEADER = "address\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime";

    private TestFiles() {}

    /** One line whose cells are given by the title of their column. */
    public static String line(List<String> header, Map<String, String> cells) {
        if (!header.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("no such column: " + cells.keySet());
        }
        return header.stream().map(title -> cells.getOrDefault(title, "")).collect(Collectors.joining("|"));
    }

    /** A professional with nothing but an identity and a profession. */
    public static String professional(String rpps, String given, String family) {
        return line(
                ACTIVITY_HEADER,
                Map.of(
                        "Type d'identifiant PP",
                        "8",
                        "Identifiant PP",
                        rpps,
                        "Identification nationale PP",
                        "8" + rpps,
                        "Nom d'exercice",
                        family,
                        "Prénom d'exercice",
                        given,
                        "Code profession",
                        "10",
                        "Libellé profession",
                        "Médecin"));
    }

    /** A file of activities; each line ends in the separator, as published. */
    public static Path activities(Path file, String... lines) {
        String body = List.of(lines).stream().map(line -> line + "|\n").collect(Collectors.joining());
        return write(file, String.join("|", ACTIVITY_HEADER) + "|\n" + body);
    }

    /** A file of mailboxes; no separator at the end of lines, as published. */
    public static Path mailboxes(Path file, String... lines) {
        String body = List.of(lines).stream().map(line -> line + "\n").collect(Collectors.joining());
        return write(file, String.join("|", MAILBOX_HEADER) + "\n" + body);
    }

    public static Path own(Path file, String... lines) {
        return write(file, OWN_HEADER + "\n" + String.join("\n", lines) + "\n");
    }

    public static Path write(Path file, String content) {
        return write(file, content, StandardCharsets.UTF_8);
    }

    /** Written aside and moved, as an operator's import does. */
    public static Path write(Path file, String content, Charset charset) {
        try {
            Files.createDirectories(file.getParent());
            Path aside = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), content, charset);
            return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
