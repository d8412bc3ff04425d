/**
 * The assembled mail server: Apache James with Sceau's wiring. Read {@link fr.sceau.server.Main} and
 * {@link fr.sceau.server.ServerConfiguration}; the order of SMTP handlers is in {@link fr.sceau.server.smtp}.
 */
@NullMarked
package fr.sceau.server;

import org.jspecify.annotations.NullMarked;
