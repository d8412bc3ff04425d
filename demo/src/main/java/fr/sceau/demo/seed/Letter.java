package fr.sceau.demo.seed;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Table;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of {@code night.tsv}.
 *
 * @param carrier how the template travels
 * @param seal what the sender does before it sends
 */
record Letter(
        String id,
        String from,
        List<String> to,
        Carrier carrier,
        String template,
        String file,
        Charset charset,
        LineEnds ends,
        String patient,
        Seal seal,
        String subject) {

    /** Where the content sits in the message. */
    enum Carrier {
        /** The whole body is the HPRIM file. */
        BODY,
        /** A file beside a covering note. */
        ATTACHMENT,
        /** The text is printed into a PDF, beside a covering note. */
        PDF,
        /** An ordinary message. */
        TEXT
    }

    /** What the sender does. */
    enum Seal {
        /** Signs with its own key and encrypts to recipients with a certificate. */
        LABORATORY,
        /** Nothing. */
        NONE,
        /** Signs; afterwards somebody changes one figure. */
        TAMPERED
    }

    /** Line ends of the file. */
    enum LineEnds {
        CRLF("\r\n"),
        LF("\n"),
        CR("\r");

        private final String text;

        LineEnds(String text) {
            this.text = text;
        }

        String apply(String lines) {
            return lines.replace("\n", text);
        }
    }

    static Letter of(Table.Row row) {
        return new Letter(
                row.get("id"),
                address(row.get("from")),
                Stream.of(row.get("to").split(",")).map(Letter::address).toList(),
                Carrier.valueOf(row.get("carrier")),
                row.get("template"),
                row.get("file"),
                Charset.forName(row.get("charset")),
                LineEnds.valueOf(row.get("ends")),
                row.get("patient"),
                Seal.valueOf(row.get("seal").toUpperCase(Locale.ROOT)),
                row.get("subject"));
    }

    boolean fromPartner() {
        return from.endsWith("@" + Cast.PARTNER_DOMAIN);
    }

    private static String address(String name) {
        return switch (name) {
            case "claire" -> Cast.CLAIRE;
            case "paul" -> Cast.PAUL;
            case "cardiologie" -> Cast.CARDIOLOGY;
            case "laboratoire" -> Cast.LABORATORY;
            case "helene" -> Cast.HELENE;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
