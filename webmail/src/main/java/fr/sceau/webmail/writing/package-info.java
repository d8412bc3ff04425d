/** Writing and answering: a message is built here and handed to the submission service like any other client's. */
@NullMarked
package fr.sceau.webmail.writing;

import org.jspecify.annotations.NullMarked;
