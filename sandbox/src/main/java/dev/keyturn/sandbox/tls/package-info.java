/**
 * TLS with a certificate authority of its own, made anew at every start and never kept: enough
 * X.509 for one server certificate, good or expired.
 */
@NullMarked
package dev.keyturn.sandbox.tls;

import org.jspecify.annotations.NullMarked;
