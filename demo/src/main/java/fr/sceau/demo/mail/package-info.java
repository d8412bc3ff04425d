/** Clients of the installation's own ports, as a laboratory, another operator or a mail program would be. */
@NullMarked
package fr.sceau.demo.mail;

import org.jspecify.annotations.NullMarked;
