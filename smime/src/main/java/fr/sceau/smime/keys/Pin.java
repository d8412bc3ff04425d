package fr.sceau.smime.keys;

/** What opens a token. Shown nowhere. */
public final class Pin {
    private final char[] characters;

    private Pin(char[] characters) {
        this.characters = characters;
    }

    public static Pin of(String characters) {
        return new Pin(characters.toCharArray());
    }

    /** The characters themselves, for the token only. */
    char[] reveal() {
        return characters.clone();
    }

    @Override
    public String toString() {
        return "Pin[***]";
    }
}
