package fr.sceau.webmail.mailbox;

import java.util.Optional;

/**
 * A part of a message that is not its text.
 *
 * @param part its place in the message, such as {@code 2.1}
 * @param name as the sender wrote it: not to be used as a file name
 * @param type media type in lower case, without parameters
 * @param size in bytes, estimated from the encoded length
 * @param contentId without angle brackets, for parts that the HTML shows
 */
public record Attachment(String part, String name, String type, long size, Optional<String> contentId) {}
