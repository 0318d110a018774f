/**
 * What a service needs to offer an action: the call with its checked parameters, the answer as a
 * tree that becomes XML or JSON, and the one error type. Knows nothing of HTTP or signatures.
 */
@NullMarked
package dev.keyturn.sandbox.action;

import org.jspecify.annotations.NullMarked;
