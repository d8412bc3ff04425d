/** Reads what this module needs of {@code conf/sceau.properties} and {@code conf/secrets.properties}. */
@NullMarked
package fr.sceau.mailets.config;

import org.jspecify.annotations.NullMarked;
