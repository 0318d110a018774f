/** The CSV files in which IAM delivers access keys, and their import. */
@NullMarked
package dev.keyturn.domain.iam.csv;

import org.jspecify.annotations.NullMarked;
