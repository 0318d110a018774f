/** What IAM knows of the account as a whole. */
@NullMarked
package dev.keyturn.sandbox.iam.account;

import org.jspecify.annotations.NullMarked;
