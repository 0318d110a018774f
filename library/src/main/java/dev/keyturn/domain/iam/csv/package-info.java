/** The CSV files in which IAM gives access keys to people, and what becomes of them. */
@NullMarked
package dev.keyturn.domain.iam.csv;

import org.jspecify.annotations.NullMarked;
