/**
 * The assembled mail server: Apache James with Sceau's wiring. Read {@link fr.sceau.server.Main} and
 * {@link fr.sceau.server.ServerConfiguration}; the order of SMTP handlers is in {@code
 * fr.sceau.mailets}.
 */
@NullMarked
package fr.sceau.server;

import org.jspecify.annotations.NullMarked;
