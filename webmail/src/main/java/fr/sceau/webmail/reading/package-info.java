/** One message on the screen: its text, its HTML made harmless, its attachments. */
@NullMarked
package fr.sceau.webmail.reading;

import org.jspecify.annotations.NullMarked;
