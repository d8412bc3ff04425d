package fr.sceau.agent;

/** {@code host:port}. */
record HostPort(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException in French, for the command line */
    static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String digits = text.substring(colon + 1);
        if (colon < 1 || !digits.matches("\\d{1,5}") || Integer.parseInt(digits) > LAST_PORT) {
            throw new IllegalArgumentException("HÔTE:PORT attendu : " + text);
        }
        return new HostPort(text.substring(0, colon), Integer.parseInt(digits));
    }
}
