/**
 * Long-term keys in safer places than the AWS files: the kinds of stores, how a profile names its
 * store, and how keys are moved.
 */
@NullMarked
package dev.keyturn.domain.store;

import org.jspecify.annotations.NullMarked;
