/** Tests of making, keeping and finding sessions, with hand-written ports. */
@NullMarked
package dev.keyturn.domain.session;

import org.jspecify.annotations.NullMarked;
