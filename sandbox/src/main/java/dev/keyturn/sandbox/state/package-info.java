/**
 * The accounts of the sandbox: users, keys, MFA devices, roles, buckets; made up, read from JSON
 * and written to JSON. Not safe for use by several threads: the dispatcher runs one action at a
 * time.
 */
@NullMarked
package dev.keyturn.sandbox.state;

import org.jspecify.annotations.NullMarked;
