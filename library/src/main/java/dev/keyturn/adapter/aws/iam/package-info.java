/** IAM as it is on the wire. */
@NullMarked
package dev.keyturn.adapter.aws.iam;

import org.jspecify.annotations.NullMarked;
