/** Child processes. */
@NullMarked
package dev.keyturn.adapter.process;

import org.jspecify.annotations.NullMarked;
