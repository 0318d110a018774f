/**
 * The front door: which service a request is for, who signed it, which fault it meets, and one line
 * in the log. What the services answer is theirs.
 */
@NullMarked
package dev.keyturn.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
