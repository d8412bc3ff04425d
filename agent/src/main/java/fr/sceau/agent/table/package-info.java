/**
 * The recipients table of a batch: which file goes to whom.
 *
 * <p>It lies in the batch's folder, as {@code destinataires.tsv} (cells separated by tabs) or {@code destinataires.csv}
 * (by semicolons, cells optionally between double quotes), in UTF-8 or Windows-1252. One row per message:
 *
 * <pre>
 * fichier        destinataire                           objet
 * 20260401-1.hpr claire.martin@exemple.mssante.test     Résultats de biologie
 * 20260401-1.hpr cardiologie@exemple.mssante.test
 * *              paul.durand@exemple.mssante.test
 * </pre>
 *
 * <p>The heading row, blank rows and rows that start with {@code #} do not count. The third cell may be left out; it is
 * the subject, which everybody on the way can read and which therefore names no patient. The row {@code *} takes the
 * files that have no row of their own. The same file may have several rows: one message each.
 */
@NullMarked
package fr.sceau.agent.table;

import org.jspecify.annotations.NullMarked;
