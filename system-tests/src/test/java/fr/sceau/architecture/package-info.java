/** Holds the arrows of docs/ARCHITECTURE.md against the compiled classes of all modules. */
@NullMarked
package fr.sceau.architecture;

import org.jspecify.annotations.NullMarked;
