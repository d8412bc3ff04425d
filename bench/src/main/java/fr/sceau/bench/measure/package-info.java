/** What is measured: processor time of all processes of a system, medians, and the machine under it. */
@NullMarked
package fr.sceau.bench.measure;

import org.jspecify.annotations.NullMarked;
