/**
 * Which SMTP commands and hooks each listener has, in order. The order is not configuration: what refuses stands before
 * what accepts, and what puts a message into the queue stands last.
 */
@NullMarked
package fr.sceau.server.smtp;

import org.jspecify.annotations.NullMarked;
