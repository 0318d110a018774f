/**
 * What a service needs to implement an action: the call with its checked parameters, the answer as
 * a tree that becomes XML or JSON, and the error type. Independent of HTTP and signatures.
 */
@NullMarked
package dev.keyturn.sandbox.action;

import org.jspecify.annotations.NullMarked;
