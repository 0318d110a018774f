/** {@code keyturn store}: long-term keys in safer places than the AWS files. */
@NullMarked
package dev.keyturn.cli.command.store;

import org.jspecify.annotations.NullMarked;
