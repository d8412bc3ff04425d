/**
 * The entries of the country on disk, in numbered versions: a Lucene index, of which one process writes the next version while
 * others read the present one. A version is there as a whole or not at all.
 *
 * <p>Documents of the index. Of an entry: {@code dn} (normalised, RFC 4514), {@code above} (each name above it), {@code key}
 * ({@code attribute=value} for what is looked up by equality, folded by {@link
 * fr.sceau.directory.server.search.Comparison}), {@code words} ({@code attribute=word} for each word of what people search), {@code entry} (stored, by
 * {@code EntryBytes}), and as numbers {@code id}, {@code content} (hashes of name and content), {@code since}, {@code left}
 * (days since 1970), {@code missed} (successful imports without it), {@code group} and {@code lines} (which lines of the sources
 * it was made of, see {@link fr.sceau.directory.server.index.Origin}). Of a change: {@code of} (normalised name), {@code in}
 * (number of the version), {@code day}, {@code before} and {@code after} (stored, as shown; one of both may be missing).
 * Changes are only ever added. The number of the version and where it came from are the user data of the commit.
 */
@NullMarked
package fr.sceau.directory.server.index;

import org.jspecify.annotations.NullMarked;
