package fr.sceau.agent.mail;

import java.util.Optional;

/**
 * What a delivery report or a disposition notification says of one message. Anybody can write one: it informs, it proves
 * nothing.
 *
 * @param envelopeId our identifier, as quoted
 * @param messageId Message-ID of the original, with its angle brackets
 * @param outcome in French
 */
public record Receipt(Optional<String> envelopeId, Optional<String> messageId, String outcome) {}
