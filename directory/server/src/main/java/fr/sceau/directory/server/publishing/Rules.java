package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.Declared;
import fr.sceau.directory.server.registry.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the national directory asks of a mailbox. One that lacks something is served here all the same: the house must know its own.
 */
final class Rules {
    private static final Pattern RPPS = Pattern.compile("8\\d{11}");
    private static final Pattern STRUCTURE = Pattern.compile("1[0-9A-Z]{9}|2\\d{9}|3\\d{14}"); // FINESS, SIREN, SIRET

    private Rules() {}

    /** Whether it stands with a professional, and not with a structure. */
    static boolean isPersonal(String type) {
        return type.equals("PER") || type.equals("CAB");
    }

    /** Why these lines of one address cannot be published. */
    static Optional<String> obstacle(List<Mailbox> lines) {
        if (lines.stream().map(Mailbox::type).distinct().count() > 1) {
            return Optional.of("deux types pour une même adresse");
        }
        return lines.stream().flatMap(line -> obstacle(line).stream()).findFirst();
    }

    private static Optional<String> obstacle(Mailbox line) {
        if (isPersonal(line.type())) {
            boolean known = line.idNatPs().filter(RPPS.asMatchPredicate()).isPresent();
            return known
                    ? Optional.empty()
                    : Optional.of("idnat : il faut le RPPS de son titulaire (8 et 11 chiffres)");
        }
        return STRUCTURE.matcher(line.structure()).matches()
                ? Optional.empty()
                : Optional.of("structure : il faut son FINESS (1 et 9 signes), SIREN (2 et 9) ou SIRET (3 et 14)");
    }

    /** What hinders nothing, and should be looked at. */
    static List<String> advice(Mailbox line) {
        List<String> advice = new ArrayList<>();
        boolean words =
                !line.service().isEmpty() || !line.declared().responsible().isEmpty();
        if (line.type().equals("APP") && line.declared().responsible().isEmpty()) {
            advice.add("responsible : personne ne répond de cette boîte applicative");
        }
        if (isPersonal(line.type()) && words) {
            advice.add("service, responsible : ne sont publiés que d'une boîte ORG ou APP");
        }
        return advice;
    }

    /** Whether a line claims a rank that its bearer's other line has too. */
    static boolean isSameRank(Publication one, Publication other) {
        return one.rank() != Declared.NO_RANK
                && one.rank() == other.rank()
                && one.bearer().equals(other.bearer())
                && !one.address().equals(other.address());
    }
}
