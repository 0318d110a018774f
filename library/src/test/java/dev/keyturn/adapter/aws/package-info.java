/** Tests of what goes over the wire, against servers that really listen. */
@NullMarked
package dev.keyturn.adapter.aws;

import org.jspecify.annotations.NullMarked;
