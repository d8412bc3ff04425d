package fr.sceau.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds messages for the tests, as a laboratory would send them. */
final class Mail {
    private static final String HEAD = "From: labo@exemple.mssante.test\r\nTo: medecin@exemple.mssante.test\r\n"
            + "Subject: Resultats\r\nMIME-Version: 1.0\r\n";

    private final List<String> parts = new ArrayList<>();

    static Mail withText(String text) {
        Mail mail = new Mail();
        mail.parts.add("Content-Type: text/plain; charset=utf-8\r\n\r\n" + text);
        return mail;
    }

    Mail attach(String name, byte[] content) {
        return attachAs("application/octet-stream", name, content);
    }

    Mail attachAs(String type, String name, byte[] content) {
        return part("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content));
    }

    Mail part(String raw) {
        parts.add(raw);
        return this;
    }

    String raw() {
        StringBuilder raw = new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b1\r\n\r\n");
        parts.forEach(part -> raw.append("--b1\r\n").append(part).append("\r\n"));
        return raw.append("--b1--\r\n").toString();
    }

    static String head() {
        return HEAD;
    }

    Recognition recognised() throws IOException {
        return recognise(raw());
    }

    RecognisedDocument onlyDocument() throws IOException {
        List<RecognisedDocument> documents = recognised().documents();
        if (documents.size() != 1) {
            throw new AssertionError("expected one document: " + documents);
        }
        return documents.get(0);
    }

    static Recognition recognise(String raw) throws IOException {
        InputStream in = new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1));
        return new Recogniser().recognise(in);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
