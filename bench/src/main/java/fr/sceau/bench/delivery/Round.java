package fr.sceau.bench.delivery;

/**
 * What one system did in one round.
 *
 * @param cpu milliseconds of processor a message, all processes of the system
 * @param accepted messages a second until the last 250
 * @param delivered messages a second until the last could be read
 * @param p50 milliseconds from MAIL FROM to 250, half of the messages
 * @param p99 the same, all but a hundredth
 */
public record Round(double cpu, double accepted, double delivered, double p50, double p99) {}
