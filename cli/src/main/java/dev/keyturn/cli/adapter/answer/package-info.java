/**
 * Answers that the launcher repeats without Java, and their conditions: files, environment
 * variables and the time. {@code docs/internals/launcher.md} has the rules.
 */
@NullMarked
package dev.keyturn.cli.adapter.answer;

import org.jspecify.annotations.NullMarked;
