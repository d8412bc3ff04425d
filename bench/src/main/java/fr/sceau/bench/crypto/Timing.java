package fr.sceau.bench.crypto;

/** Microseconds for one message, by each peer in turn. */
record Timing(double openSsl, double accelerated, double java) {
    /** Speed with the accelerator over OpenSSL's. */
    double ratio() {
        return openSsl / accelerated;
    }

    /** Speed without the accelerator over OpenSSL's. */
    double ratioOfJava() {
        return openSsl / java;
    }
}
