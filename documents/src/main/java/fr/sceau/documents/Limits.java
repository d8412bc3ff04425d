package fr.sceau.documents;

import java.time.Duration;

/**
 * How far the recogniser looks into one message. Beyond a limit the document is flagged, never refused.
 *
 * @param nesting multiparts and messages inside one another
 * @param parts parts of one message
 * @param xmlBytes bytes of one XML document
 * @param xmlDepth elements inside one another
 * @param zipEntries files of one archive
 * @param zipBytes inflated bytes of one archive
 * @param zipRatio inflated bytes for one compressed byte
 * @param textBytes bytes of one text
 * @param textLines lines of one text
 * @param budget time for one attachment
 */
public record Limits(
        int nesting,
        int parts,
        long xmlBytes,
        int xmlDepth,
        int zipEntries,
        long zipBytes,
        int zipRatio,
        int textBytes,
        int textLines,
        Duration budget) {

    private static final int MEGABYTE = 1024 * 1024;

    public static final Limits DEFAULT = new Limits(
            20, 500, 30L * MEGABYTE, 256, 500, 100L * MEGABYTE, 100, 5 * MEGABYTE, 50_000, Duration.ofSeconds(10));
}
