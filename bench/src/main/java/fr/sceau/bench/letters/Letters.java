package fr.sceau.bench.letters;

import fr.sceau.demo.Installation;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The message set of a treatment: some letters for each of its eight boxes, taken in turn. */
public final class Letters {
    private static final int EACH = 16;

    private final Installation installation;
    private final Keys keys;

    public Letters(Installation installation) {
        this.installation = installation;
        this.keys = new Keys(installation);
    }

    /** Letters for box 1, 2, … 8, 1, 2, …: a prefix of any length is spread over the boxes. */
    public List<Letter> set(Treatment treatment, int octets) throws IOException, SmimeException {
        List<Letter> letters = new ArrayList<>();
        int boxes = treatment.kinds().size();
        for (int i = 0; i < EACH * boxes; i++) {
            letters.add(letter(treatment, i % boxes, i, octets));
        }
        return letters;
    }

    /** A clear message for a box, to be appended or sent. */
    public Letter plain(String from, String to, int number, int octets) {
        return Letter.of(from, to, clear(from, to, number, octets));
    }

    private Letter letter(Treatment treatment, int box, int number, int octets) throws IOException, SmimeException {
        String from = address(treatment.sender());
        String to = address(treatment.box(box));
        byte[] clear = clear(from, to, number, octets);
        return Letter.of(
                from,
                to,
                switch (treatment.kinds().get(box)) {
                    case CLEAR, SIGNED -> clear;
                    case CLOSED -> signed(clear);
                    case OPENED -> sealed(signed(clear), treatment.box(box));
                });
    }

    private byte[] signed(byte[] message) throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner().sign(RawMessage.of(message), keys.sender(), out);
        return out.toByteArray();
    }

    private byte[] sealed(byte[] message, String box) throws IOException, SmimeException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter()
                .encrypt(RawMessage.of(message), List.of(keys.certificate(box)), ContentCipher.AES_256_CBC, out);
        return out.toByteArray();
    }

    private static byte[] clear(String from, String to, int number, int octets) {
        String header = String.join(
                "\r\n",
                "From: Laboratoire du banc <" + from + ">",
                "To: <" + to + ">",
                "Subject: Resultats d'analyses, essai " + number,
                "Date: Sat, 21 Nov 2026 08:00:00 +0100",
                "Message-ID: <" + Letter.PLACE + "@banc.exemple.test>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=us-ascii",
                "Content-Transfer-Encoding: 7bit",
                "",
                "");
        String body = ResultText.of(number, octets - header.length());
        return (header + body).getBytes(StandardCharsets.US_ASCII);
    }

    private String address(String local) {
        return local + "@" + installation.domain();
    }
}
