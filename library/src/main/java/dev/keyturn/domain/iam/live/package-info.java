/** The policies that currently apply to the users and roles of an account. */
@NullMarked
package dev.keyturn.domain.iam.live;

import org.jspecify.annotations.NullMarked;
