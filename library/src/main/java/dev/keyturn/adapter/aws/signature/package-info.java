/** How requests to AWS are signed. */
@NullMarked
package dev.keyturn.adapter.aws.signature;

import org.jspecify.annotations.NullMarked;
