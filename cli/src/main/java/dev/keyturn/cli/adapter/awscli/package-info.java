/**
 * The cache of the AWS CLI, versions 1 and 2: one JSON file for each session of a role. Reads and
 * writes these files; the domain decides their content.
 */
@NullMarked
package dev.keyturn.cli.adapter.awscli;

import org.jspecify.annotations.NullMarked;
