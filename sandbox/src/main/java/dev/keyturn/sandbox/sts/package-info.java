/**
 * The Security Token Service: its actions, its rules on durations and codes, and its exact texts.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">STS API
 *     reference</a>
 */
@NullMarked
package dev.keyturn.sandbox.sts;

import org.jspecify.annotations.NullMarked;
