package fr.sceau.system.thunderbird;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The screen that Xvfb keeps in a file: a header of big-endian words, colours, then 32 bits a pixel (XWDFile.h, version 7). */
final class XwdImage {
    private static final int COLOUR_OCTETS = 12;

    private XwdImage() {}

    static BufferedImage read(Path file) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
        int header = all.getInt(0);
        int width = all.getInt(4 * 4);
        int height = all.getInt(5 * 4);
        boolean littleEndian = all.getInt(7 * 4) == 0;
        int line = all.getInt(12 * 4);
        int pixels = header + all.getInt(19 * 4) * COLOUR_OCTETS;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = all.getInt(pixels + y * line + 4 * x);
                image.setRGB(x, y, littleEndian ? Integer.reverseBytes(pixel) : pixel);
            }
        }
        return image;
    }
}
