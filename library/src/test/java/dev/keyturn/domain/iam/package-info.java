/** Devices and keys of users, at an AWS of their own. */
@NullMarked
package dev.keyturn.domain.iam;

import org.jspecify.annotations.NullMarked;
