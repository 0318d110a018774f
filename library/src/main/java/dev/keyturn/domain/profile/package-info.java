/**
 * Decides how a profile gets its session. The entry point is the planner; {@code file} models the
 * content of the AWS files, {@code plan} the request and the resulting plan, {@code rule} the rules
 * that lead from one to the other. Reads no file and uses no network.
 */
@NullMarked
package dev.keyturn.domain.profile;

import org.jspecify.annotations.NullMarked;
