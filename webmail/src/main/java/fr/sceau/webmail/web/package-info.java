/** What every answer has in common: security headers, the page itself, problems told in French. */
@NullMarked
package fr.sceau.webmail.web;

import org.jspecify.annotations.NullMarked;
