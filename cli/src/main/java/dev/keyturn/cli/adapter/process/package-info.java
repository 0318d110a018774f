/** Child processes. */
@NullMarked
package dev.keyturn.cli.adapter.process;

import org.jspecify.annotations.NullMarked;
