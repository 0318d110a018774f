/**
 * Long-term keys in safer places than the AWS files: which places there are, how a profile names
 * its own, and how keys are brought from one to another.
 */
@NullMarked
package dev.keyturn.domain.store;

import org.jspecify.annotations.NullMarked;
