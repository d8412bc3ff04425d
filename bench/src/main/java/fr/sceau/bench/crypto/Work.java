package fr.sceau.bench.crypto;

/** One operation, made ready: what is asked again and again is only what a message costs. */
interface Work {
    /** Gives something that depends on the work, so that none of it can be left away. */
    Object once() throws Exception;
}
