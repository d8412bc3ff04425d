/**
 * The mail of one night, written for the demonstration: a laboratory's results in several formats, dialects and encodings,
 * a liaison letter from the hospital service, and from a listed partner one unsigned and one tampered message. Patients,
 * numbers and results are invented.
 *
 * <p>The laboratory signs, seals and submits as the agent's {@code batch} does, but from here: {@code batch} carries files,
 * while one of these results is the body of its message, as much laboratory software still writes it.
 *
 * <p>What is sent is listed in the resource {@code night.tsv}; {@link fr.sceau.demo.seed.Night} makes the messages and
 * {@link fr.sceau.demo.seed.Seeding} sends each of them once: sealed bytes stay in {@code demo/seed/} and are sent again
 * after an interruption; {@code demo/seed/accepted.tsv} lists what was accepted, for whom.
 */
@NullMarked
package fr.sceau.demo.seed;

import org.jspecify.annotations.NullMarked;
