/**
 * The two AWS files on disk: read as the AWS SDKs read them, changed line by line and saved without
 * ever losing a byte that nobody asked to change. Knows the format and the file system; what the
 * settings mean is for {@code dev.keyturn.domain.profile} to say.
 */
@NullMarked
package dev.keyturn.adapter.awsfile;

import org.jspecify.annotations.NullMarked;
