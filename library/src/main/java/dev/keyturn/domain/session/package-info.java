/**
 * Making, keeping and finding sessions: the service and the ports it needs. Uses profile,
 * credential and mfa; none of them uses it.
 */
@NullMarked
package dev.keyturn.domain.session;

import org.jspecify.annotations.NullMarked;
