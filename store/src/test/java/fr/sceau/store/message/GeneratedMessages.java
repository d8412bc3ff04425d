package fr.sceau.store.message;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages of many shapes, the same for the same seed. */
final class GeneratedMessages {
    private static final List<String> ADDRESSES = List.of(
            "dr.martin@cabinet.test",
            "\"Martin, Anne\" <dr.martin@cabinet.test>",
            "=?UTF-8?Q?Labo_de_l'=C3=A9glise?= <labo@labo.test>",
            "Patients: a@b.test, B <b@b.test>;",
            "Vide:;",
            "<@relais.test:c@d.test>",
            "pas une adresse",
            "Anne\r\n <a@b.test>,\r\n\tBruno <b@b.test>");
    private static final List<String> SUBJECTS = List.of(
            "Compte rendu",
            "=?ISO-8859-1?Q?R=E9sultats?=\r\n =?ISO-8859-1?Q?_du_jour?=",
            "avec \"guillemets\" et \\ barre",
            "",
            "plie\r\n\tpar une tabulation");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/plain; charset=utf-8; format=flowed",
            "TEXT/HTML; CHARSET=\"ISO-8859-1\"",
            "application/pdf; name=\"résumé.pdf\"",
            "application/octet-stream; name*=UTF-8''r%C3%A9sultat.hpr",
            "application/pkcs7-mime; smime-type=signed-data",
            "image/png");
    private static final List<String> EXTRAS = List.of(
            "Content-Disposition: attachment; filename=\"a b.pdf\"; size=12",
            "Content-Disposition: inline",
            "Content-ID: <id@x.test>",
            "Content-Description: un papier",
            "Content-Language: fr, en",
            "Content-Location: http://x.test/a",
            "Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Transfer-Encoding: 8bit");

    private final Random random;

    GeneratedMessages(Random random) {
        this.random = random;
    }

    Stream<String> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> message(3));
    }

    private String message(int depth) {
        StringBuilder header = new StringBuilder();
        for (String field : List.of("From", "Sender", "Reply-To", "To", "Cc", "Bcc")) {
            if (random.nextInt(3) > 0) {
                header.append(field).append(": ").append(pick(ADDRESSES)).append("\r\n");
            }
        }
        header.append("Subject: ").append(pick(SUBJECTS)).append("\r\n");
        header.append("Date: Sat, 21 Nov 2026 10:00:00 +0100\r\nMessage-ID: <")
                .append(random.nextInt())
                .append("@x>\r\n");
        if (random.nextBoolean()) {
            header.append("In-Reply-To: <a@b>\r\n <c@d>\r\n");
        }
        return header + "MIME-Version: 1.0\r\n" + entity(depth);
    }

    private String entity(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            return multipart(depth - 1);
        }
        if (kind == 2) {
            return "Content-Type: message/rfc822\r\n\r\n" + message(depth - 1);
        }
        StringBuilder entity = new StringBuilder();
        if (random.nextInt(5) > 0) {
            entity.append("Content-Type: ").append(pick(TYPES)).append("\r\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            entity.append(pick(EXTRAS)).append("\r\n");
        }
        return entity + "\r\n" + "une ligne de texte\r\n".repeat(random.nextInt(400));
    }

    private String multipart(int depth) {
        String boundary = "limite-" + Integer.toHexString(random.nextInt());
        StringBuilder entity = new StringBuilder("Content-Type: multipart/")
                .append(pick(List.of("mixed", "alternative", "signed; protocol=\"application/pkcs7-signature\"")))
                .append(";\r\n boundary=\"" + boundary + "\"\r\n\r\npréambule\r\n");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            entity.append("--")
                    .append(boundary)
                    .append("\r\n")
                    .append(entity(depth))
                    .append("\r\n");
        }
        return entity.append("--")
                .append(boundary)
                .append("--\r\n")
                .append(random.nextBoolean() ? "épilogue\r\n" : "")
                .toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
