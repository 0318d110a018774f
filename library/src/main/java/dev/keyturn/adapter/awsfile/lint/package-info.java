/** Lines that AWS SDKs and the AWS CLI interpret differently. */
@NullMarked
package dev.keyturn.adapter.awsfile.lint;

import org.jspecify.annotations.NullMarked;
