package fr.sceau.demo.seed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A PDF of one page of text, written by hand: no library is needed for a demonstration. */
final class SmallPdf {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private SmallPdf() {}

    static byte[] of(String title, String text) {
        return new SmallPdf().print(title, text);
    }

    private byte[] print(String title, String text) {
        ascii("%PDF-1.4\n%");
        bytes.writeBytes(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'}); // ISO 32000 7.5.2
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
                + " /Resources << /Font << /F1 4 0 R >> >> >>");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        String page = page(text);
        object("<< /Length " + page.getBytes(WIN_ANSI).length + " >>\nstream\n" + page + "endstream");
        object("<< /Title (" + escape(title) + ") /Producer (Sceau) >>");
        trailer();
        return bytes.toByteArray();
    }

    private static String page(String text) {
        StringBuilder page = new StringBuilder("BT\n/F1 10 Tf\n14 TL\n60 780 Td\n");
        text.lines().forEach(line -> page.append('(').append(escape(line)).append(") Tj T*\n"));
        return page.append("ET\n").toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private void object(String body) {
        offsets.add(bytes.size());
        ascii(offsets.size() + " 0 obj\n");
        bytes.writeBytes(body.getBytes(WIN_ANSI));
        ascii("\nendobj\n");
    }

    private void trailer() {
        int start = bytes.size();
        ascii("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(
                offset -> ascii(String.format("%010d 00000 n %n", offset).replace(System.lineSeparator(), "\n")));
        ascii("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n");
    }

    private void ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
