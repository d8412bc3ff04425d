package fr.sceau.webmail.mailbox;

import java.util.List;

/**
 * Part of a folder, newest first.
 *
 * @param total messages in the folder
 * @param unread unread messages in the folder
 * @param more whether older ones exist
 */
public record HeadingPage(List<Heading> headings, int total, int unread, boolean more) {
    public HeadingPage {
        headings = List.copyOf(headings);
    }
}
