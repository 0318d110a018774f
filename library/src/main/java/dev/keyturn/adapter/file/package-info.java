/**
 * The base of everything that is written: locked files, private files and their atomic replacement.
 * Other adapters may use it.
 */
@NullMarked
package dev.keyturn.adapter.file;

import org.jspecify.annotations.NullMarked;
