/** The AWS files as the AWS SDKs read them, and where they are. */
@NullMarked
package dev.keyturn.adapter.awsfile.read;

import org.jspecify.annotations.NullMarked;
