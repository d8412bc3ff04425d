/** Who is at the screen: login, log-out, and what the server keeps between the two. */
@NullMarked
package fr.sceau.webmail.login;

import org.jspecify.annotations.NullMarked;
