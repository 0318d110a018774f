/**
 * The cache of the AWS CLI, versions 1 and 2: one JSON file for each session of a role. Reads and
 * writes those files; what stands in which is for the domain to say.
 */
@NullMarked
package dev.keyturn.adapter.awscli;

import org.jspecify.annotations.NullMarked;
