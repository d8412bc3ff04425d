/** Where the processor time of the mail server goes: by thread, by package, by method. */
@NullMarked
package fr.sceau.bench.profile;

import org.jspecify.annotations.NullMarked;
