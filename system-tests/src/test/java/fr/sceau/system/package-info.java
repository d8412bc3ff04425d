/**
 * The whole system as its users meet it. {@code *DialogueTest} talk to a real server; {@code *EndToEndTest} also need
 * programs that others wrote (OpenSSL, swaks, curl, Chromium) and run when {@code SCEAU_PEERS=1}.
 */
@NullMarked
package fr.sceau.system;

import org.jspecify.annotations.NullMarked;
