/**
 * The entry point of requests: finds the service, authenticates the signer, applies faults, and
 * writes one line to the log.
 */
@NullMarked
package dev.keyturn.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
