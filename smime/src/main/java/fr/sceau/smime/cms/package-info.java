/**
 * The cryptographic side of S/MIME: CMS objects (RFC 5652, RFC 5083) inside MIME. {@link
 * fr.sceau.smime.cms.IntegrityChecker} says whether content is intact, and by whose key; it knows nothing of trust.
 */
@NullMarked
package fr.sceau.smime.cms;

import org.jspecify.annotations.NullMarked;
