package fr.sceau.agent.table;

/**
 * One message to send.
 *
 * @param file name of a file in the batch's folder
 * @param recipient address, in lower case
 * @param subject generic, without patient identity
 */
public record Assignment(String file, String recipient, String subject) {}
