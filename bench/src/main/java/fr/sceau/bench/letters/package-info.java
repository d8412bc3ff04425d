/** The messages of a bench: laboratory results of a given size, clear, signed or sealed as their recipients want them. */
@NullMarked
package fr.sceau.bench.letters;

import org.jspecify.annotations.NullMarked;
