/** Keyturn's endpoints as AWS's own clients use them: real processes against the local AWS. */
@NullMarked
package dev.keyturn.cli.serve;

import org.jspecify.annotations.NullMarked;
