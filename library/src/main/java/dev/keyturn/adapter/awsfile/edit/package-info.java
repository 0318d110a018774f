/** Edits AWS files line by line and preserves every byte outside the change. */
@NullMarked
package dev.keyturn.adapter.awsfile.edit;

import org.jspecify.annotations.NullMarked;
