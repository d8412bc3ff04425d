/** What the operator decides: {@code conf/sceau.properties}, {@code conf/secrets.properties} and the TLS files. */
@NullMarked
package fr.sceau.webmail.config;

import org.jspecify.annotations.NullMarked;
