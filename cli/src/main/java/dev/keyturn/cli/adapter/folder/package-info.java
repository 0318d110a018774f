/** Folders that live as long as one command. */
@NullMarked
package dev.keyturn.cli.adapter.folder;

import org.jspecify.annotations.NullMarked;
