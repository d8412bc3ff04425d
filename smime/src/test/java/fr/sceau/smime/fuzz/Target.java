package fr.sceau.smime.fuzz;

/** A way in for octets that anybody may send, with what has to hold of them. */
interface Target {
    /** Fails with an AssertionError when the property does not hold; any other exception breaks what the way in promises. */
    void check(byte[] octets) throws Exception;
}
