/** AWS's own SDKs against a sandbox, as people use them. */
@NullMarked
package dev.keyturn.sandbox.clients;

import org.jspecify.annotations.NullMarked;
