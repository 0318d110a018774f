/** Users, groups and roles. */
@NullMarked
package dev.keyturn.sandbox.iam.identity;

import org.jspecify.annotations.NullMarked;
