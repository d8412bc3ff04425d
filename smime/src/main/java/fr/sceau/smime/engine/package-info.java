/**
 * Which library computes RSA, ECDSA and AES: the Java platform, or an accelerator that was found when the process started.
 * {@link fr.sceau.smime.engine.Engine} alone knows; nothing is registered with the platform, so TLS and all else stay as
 * they are.
 */
@NullMarked
package fr.sceau.smime.engine;

import org.jspecify.annotations.NullMarked;
