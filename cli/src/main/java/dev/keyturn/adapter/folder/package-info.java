/** Folders that live as long as one command. */
@NullMarked
package dev.keyturn.adapter.folder;

import org.jspecify.annotations.NullMarked;
