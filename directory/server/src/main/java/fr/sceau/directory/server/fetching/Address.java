package fr.sceau.directory.server.fetching;

import java.net.URI;

/** One place where an extraction is to be had. */
record Address(URI uri, Authorities authorities) {}
