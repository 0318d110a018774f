/** Makes sessions: spends MFA codes, finds devices and calls STS. */
@NullMarked
package dev.keyturn.domain.session.make;

import org.jspecify.annotations.NullMarked;
