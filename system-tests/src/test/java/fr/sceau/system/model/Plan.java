package fr.sceau.system.model;

import java.time.Duration;

/**
 * How long and how wild.
 *
 * @param seed gives every client the same choices again; how their commands interleave remains the machine's
 * @param clients of the owner
 * @param colleagues sessions of somebody whom the owner grants rights
 * @param acts of one client in one burst, at most
 */
record Plan(long seed, Duration length, int clients, int colleagues, int boxes, int acts) {
    static Plan of(long seed, Duration length) {
        return new Plan(seed, length, 4, 1, 3, 8);
    }
}
