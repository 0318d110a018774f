/**
 * Decides how a profile gets its session. The planner stands at the door; {@code file} is what the
 * AWS files say, {@code plan} is what a user asks and what is answered, {@code rule} is how one
 * follows from the other. Reads no file and calls no network.
 */
@NullMarked
package dev.keyturn.domain.profile;

import org.jspecify.annotations.NullMarked;
