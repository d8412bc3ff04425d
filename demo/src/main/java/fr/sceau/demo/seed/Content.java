package fr.sceau.demo.seed;

import fr.sceau.demo.world.Cast;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The bytes of the files of one night. */
final class Content {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int BIOLOGIST = 4;
    private static final int CARDIOLOGIST = 1;

    private final Map<String, Patient> patients = Patient.all();
    private final ZonedDateTime night;

    Content(Instant now) {
        this.night = now.atZone(FRANCE);
    }

    /** The file of a letter, in its encoding and line ends, or printed as PDF. */
    byte[] file(Letter letter) {
        String text = Template.fill(letter.template(), words(letter));
        if (letter.carrier() == Letter.Carrier.PDF) {
            return SmallPdf.of(letter.subject(), text);
        }
        return letter.ends().apply(text).getBytes(letter.charset());
    }

    /** The text of a letter that is all text. */
    String text(Letter letter) {
        return Template.fill(letter.template(), words(letter));
    }

    private Map<String, String> words(Letter letter) {
        Patient patient = Objects.requireNonNull(patients.get(letter.patient()));
        Map<String, String> words = new HashMap<>(patient.words());
        words.put("day", night.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        words.put("time", night.format(DateTimeFormatter.ofPattern("HH'h'mm")));
        words.put("stamp", night.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx")));
        words.put("stamp12", night.format(DateTimeFormatter.ofPattern("yyyyMMddHHmm")));
        // 2.25 arc of Rec. ITU-T X.667: a number made from the letter and the night, the same on each reading
        long seed = letter.id().hashCode() * 31L + night.toEpochSecond();
        words.put("uid", new BigInteger(100, new Random(seed)).toString());
        person(words, "biologist", BIOLOGIST, "OKONKWO", "Samuel");
        person(words, "cardiologist", CARDIOLOGIST, "MARTIN", "Claire");
        organisation(words, "laboratory", Cast.structureId("labo"), "Laboratoire du Parc");
        organisation(words, "hospital", Cast.structureId("chu"), "CHU de l'Exemple");
        words.put("pdf", pdf(words));
        return words;
    }

    private static void person(Map<String, String> words, String role, int serial, String family, String given) {
        words.put(role + ".id", Cast.idNatPs(serial));
        words.put(role + ".family", family);
        words.put(role + ".given", given);
    }

    private static void organisation(Map<String, String> words, String role, String id, String name) {
        words.put(role + ".id", id);
        words.put(role + ".name", name);
    }

    private static String pdf(Map<String, String> words) {
        byte[] page = SmallPdf.of("Compte rendu de biologie", Template.fill("compte-rendu.txt", words));
        return Base64.getEncoder().encodeToString(page);
    }
}
