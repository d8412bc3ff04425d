package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Draw.Purpose;
import fr.sceau.directory.server.nation.Lists.Town;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mailboxes of persons and of services. Used by one thread, in the order of the numbers. */
final class Mailboxes {
    /** Where nearly half of all are. */
    private static final List<String> LARGE = List.of(
            "medecin.mssante.fr",
            "infirmier.mssante.fr",
            "pro.mssante.fr",
            "pharmacien.mssante.fr",
            "masseur-kinesitherapeute.mssante.fr",
            "chirurgien-dentiste.mssante.fr",
            "sagefemme.mssante.fr",
            "aphp.mssante.fr",
            "chu-lyon.mssante.fr",
            "region.mssante.fr");

    private static final double IN_LARGE_ONES = 0.46;
    private static final List<String> SERVICES =
            List.of("secretariat", "urgences", "cardiologie", "laboratoire", "pharmacie", "imagerie", "accueil");

    private final Draw nation;
    private final Map<String, Integer> homonyms = new HashMap<>();

    Mailboxes(Draw nation) {
        this.nation = nation;
    }

    /** The address of a person, which stays when he moves; to be asked for everybody, so that it does not depend on others. */
    String address(Person original) {
        Draw draw = nation.about(Purpose.MAILBOX, original.number());
        String domain = draw.chance(0, IN_LARGE_ONES) || original.practices().isEmpty()
                ? draw.rather(1, LARGE)
                : original.practices().get(0).structure().domain();
        return unique(folded(original.given().name()) + "." + folded(original.family()) + "@" + domain);
    }

    /** As a person works now. */
    String line(String address, Person person) {
        Draw draw = nation.about(Purpose.MAILBOX, person.number());
        Layout.Line line = start("PER", address)
                .put("Type Identifiant PP", person.idType())
                .put("Identifiant PP", person.id())
                .put("Identification nationale PP", person.idNat())
                .put("Nom d'exercice", person.family())
                .put("Prénom d'exercice", person.given().name())
                .put("Civilité d'exercice", person.profession().isPhysician() ? "Docteur" : "")
                .put("Catégorie profession", person.profession().category())
                .put("Code Profession", person.profession().code())
                .put("Libellé Profession", person.profession().label())
                .put("Code savoir-faire", person.profession().skill().code())
                .put("Libellé savoir-faire", person.profession().skill().label())
                .put("Dématérialisation", draw.chance(2, 0.6) ? "true" : "false");
        boolean nowhere = person.practices().isEmpty() || draw.chance(3, 0.5);
        return (nowhere ? line : at(line, person.practices().get(0).structure())).toString();
    }

    /** The mailbox of a service, the {@code nth} of a structure. */
    String line(Structure structure, int nth) {
        String service = SERVICES.get(nth % SERVICES.size());
        String address = unique(service + "@" + structure.domain());
        return at(start("ORG", address), structure)
                .put("Service de rattachement", service.toUpperCase(Locale.ROOT))
                .put("Dématérialisation", "true")
                .toString();
    }

    private static Layout.Line start(String type, String address) {
        return Layout.MAILBOXES.line().put("Type de BAL", type).put("Adresse BAL", address);
    }

    private String unique(String address) {
        int before = homonyms.merge(address, 1, Integer::sum) - 1;
        int at = address.indexOf('@');
        return before == 0 ? address : address.substring(0, at) + before + address.substring(at);
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replaceAll("[^a-z]+", "-");
    }

    private static Layout.Line at(Layout.Line line, Structure structure) {
        Town town = structure.town();
        String[] street = structure.streetParts();
        return line.put("Type identifiant structure", structure.isEstablishment() ? "FINESS" : "SIRET")
                .put("Identification Structure", structure.idNat().substring(1))
                .put("Raison Sociale structure BAL", structure.name())
                .put("L4NUMEROVOIE structure BAL", street[0])
                .put("L4COMPLEMENTNUMEROVOIE structure BAL", street[1])
                .put("NL4TYPEVOIE structure BAL", "RUE")
                .put("L4LIBELLEVOIE structure BAL", street[2])
                .put("L6LIGNEACHEMINEMENT structure BAL", structure.routingLine())
                .put("Code postal structure BAL", town.postCode())
                .put("Département structure BAL", town.departmentName())
                .put("Pays structure BAL", "FRANCE");
    }
}
