/** Changes AWS files line by line and keeps every byte that nobody asked to change. */
@NullMarked
package dev.keyturn.adapter.awsfile.edit;

import org.jspecify.annotations.NullMarked;
