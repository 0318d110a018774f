/**
 * The starter's own way into a running sandbox: move its clock, make faults, count requests. Opens
 * only with the token of the ready line.
 */
@NullMarked
package dev.keyturn.sandbox.control;

import org.jspecify.annotations.NullMarked;
