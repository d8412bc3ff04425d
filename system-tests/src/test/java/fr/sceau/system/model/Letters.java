package fr.sceau.system.model;

import java.util.Random;

/** Messages that differ in every way that a store could stumble over: size, 8-bit octets, structure, bad headers. */
final class Letters {
    private static final int CHUNK = 64 * 1024;

    private Letters() {}

    /** The octets, one a character; no two alike. */
    static String content(long number, Random random) {
        String id = number + "." + Long.toHexString(random.nextLong()) + "@modele.test";
        String header = "From: <a@modele.test>\r\nTo: <b@modele.test>\r\nSubject: essai " + number + "\r\nMessage-ID: <"
                + id + ">\r\nDate: Sun, 01 Nov 2026 10:00:00 +0000\r\n";
        return switch (random.nextInt(8)) {
            case 0 -> header + "\r\n";
            case 1 -> header + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n" + octets(random, 500);
            case 2 -> header + "\r\n" + lines(random, CHUNK - header.length() - 4 + random.nextInt(6));
            case 3 -> header + multipart(number);
            case 4 -> "Subject: sans fin " + id + "\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n.\r\n..\r\n";
            default -> header + "\r\n" + lines(random, 50 + random.nextInt(2000));
        };
    }

    private static String multipart(long number) {
        return String.join(
                "\r\n",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"coupe\"",
                "",
                "--coupe",
                "",
                "texte " + number,
                "--coupe",
                "Content-Type: application/octet-stream; name=\"x.bin\"",
                "Content-Transfer-Encoding: base64",
                "",
                "AAECAwQFBgc=",
                "--coupe--",
                "");
    }

    private static String lines(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(text.length() % 72 == 70 ? "\r\n" : String.valueOf((char) ('a' + random.nextInt(26))));
        }
        return text.substring(0, length);
    }

    private static String octets(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (0xa0 + random.nextInt(0x60)));
        }
        return text.append("\r\n").toString();
    }
}
