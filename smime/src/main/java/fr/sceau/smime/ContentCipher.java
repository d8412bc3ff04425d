package fr.sceau.smime;

/** How content is encrypted. */
public enum ContentCipher {
    /** EnvelopedData, which every client opens; only an inner signature protects the content from changes. */
    AES_256_CBC,
    /** AuthEnvelopedData, which detects any change but which few clients open. */
    AES_256_GCM
}
