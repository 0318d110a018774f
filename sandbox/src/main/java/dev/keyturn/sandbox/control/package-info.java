/**
 * The control interface of a running sandbox: moves its clock, injects faults, counts requests.
 * Requires the token of the ready line.
 */
@NullMarked
package dev.keyturn.sandbox.control;

import org.jspecify.annotations.NullMarked;
